import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { ClientExit } from '../../shared/launch/exit';

export interface ClientProcess {
  /** What it prints; neither in a terminal, where it prints for the person. */
  readonly output: readonly NodeJS.ReadableStream[];
  /** Types one line into its standard input. */
  type(line: string): void;
  /** The end of FreeRDP's log, empty where the client keeps none. */
  logText(): string;
  hasEnded(): boolean;
  end(): void;
  readonly ended: Promise<ClientExit>;
}

export interface ProcessOptions {
  readonly name: string;
  /** In a terminal it shares ours; else it outlives us. */
  readonly isTerminal: boolean;
  /** The connection file: a log is kept beside it, in its private folder. */
  readonly file: string;
}

const mostText = 64 * 1024;

/**
 * Starts a client, and waits until the system has.
 *
 * @throws AppError `client-missing` when its program is not there; `client-failed` when it may not be run.
 */
export async function startProcess(
  [program = '', ...argumentsOfProgram]: readonly string[],
  { name, isTerminal, file }: ProcessOptions,
): Promise<ClientProcess> {
  const log = { folder: dirname(file), name: 'client.log' };
  const child = spawn(program, argumentsOfProgram, {
    shell: false,
    windowsHide: false,
    detached: !isTerminal,
    // Its words are for the person: standard output may be somebody's JSON.
    stdio: isTerminal ? [0, 2, 2] : 'pipe',
    env: {
      ...process.env,
      // FreeRDP holds back what it prints into a pipe, but not what it logs into a file. Never below INFO.
      WLOG_APPENDER: 'FILE',
      WLOG_FILEAPPENDER_OUTPUT_FILE_PATH: log.folder,
      WLOG_FILEAPPENDER_OUTPUT_FILE_NAME: log.name,
      WLOG_LEVEL: 'INFO',
    },
  });
  const printed = collectText(child);
  const ended = endOf(child, () => `${readLog(join(log.folder, log.name))}\n${printed()}`.trim());
  // A client that is gone no longer listens: that is told by its end.
  child.stdin?.on('error', () => undefined);
  await started(child, program, name);

  return {
    output: [child.stdout, child.stderr].flatMap((stream) => stream ?? []),
    type: (line) => child.stdin?.write(`${line}\n`),
    logText: () => readLog(join(log.folder, log.name)),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    end: () => child.kill('SIGTERM'),
    ended,
  };
}

function started(child: ChildProcess, program: string, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause: Error & { code?: string }) => {
      reject(
        cause.code === 'ENOENT'
          ? new AppError(
              'client-missing',
              `${name} could not be started: ${program} is not there any more. Install it again, or choose another client in the settings.`,
              { help: 'rdp-client-is-installed', cause },
            )
          : new AppError(
              'client-failed',
              `${name} could not be started: the system refused to run ${program} (${cause.code ?? cause.message}).`,
              { help: 'rdp-client-ended', cause },
            ),
      );
    });
  });
}

// `exit` and not `close`: what a client leaves running may hold its output open.
function endOf(child: ChildProcess, text: () => string): Promise<ClientExit> {
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => {
      setImmediate(() => resolve({ exitCode, signal, stderr: text() }));
    });
  });
}

function collectText(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-mostText);
    });
  }
  return () => text;
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(-mostText);
  } catch {
    return '';
  }
}
