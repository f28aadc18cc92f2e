import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors/app-error';

export interface ProgramRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

interface RunOptions {
  readonly signal: AbortSignal;
  /** 10 s unless told otherwise. */
  readonly timeoutMs?: number;
  /** Of standard output and of standard error each; 1 MiB unless told otherwise. */
  readonly maxBytes?: number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a program by its absolute path and collects what it prints. Never through a shell.
 *
 * A bad exit code is an answer, not an error.
 *
 * @throws AppError `unreadable` when it could not be started or prints too much; `timed-out`; `cancelled`.
 *   In each case the program has been ended.
 */
export type RunProgram = (
  file: string,
  argumentsOfProgram: readonly string[],
  options: RunOptions,
) => Promise<ProgramRun>;

export const runProgram: RunProgram = (file, argumentsOfProgram, options) =>
  new Promise((resolve, reject) => {
    const { signal, timeoutMs = 10_000, maxBytes = 1024 * 1024, environment = process.env } = options;
    const name = basename(file.replaceAll('\\', '/'));
    if (signal.aborted) {
      reject(cancelled(name));
      return;
    }

    const child = spawn(file, argumentsOfProgram, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      shell: false,
      env: { ...environment },
    });
    const giveUp = (error: AppError) => {
      settled();
      child.kill('SIGKILL');
      reject(error);
    };
    const onAbort = () => giveUp(cancelled(name));
    const timer = setTimeout(
      () => giveUp(new AppError('timed-out', `${name} gave no answer within ${timeoutMs / 1000} seconds.`)),
      timeoutMs,
    );
    const settled = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const tooMuch = () => giveUp(new AppError('unreadable', `${name} printed more than can be read.`));
    const output = collect(child.stdout, maxBytes, tooMuch);
    const complaints = collect(child.stderr, maxBytes, tooMuch);

    signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', (cause) => giveUp(notStarted(file, cause)));
    child.once('close', (exitCode) => {
      settled();
      resolve({ exitCode, stdout: Buffer.concat(output), stderr: Buffer.concat(complaints) });
    });
  });

function collect(stream: NodeJS.ReadableStream, maxBytes: number, onTooMuch: () => void): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let length = 0;
  stream.on('data', (part: Uint8Array) => {
    length += part.length;
    if (length > maxBytes) onTooMuch();
    else parts.push(part);
  });
  return parts;
}

function cancelled(name: string): AppError {
  return new AppError('cancelled', `${name} was ended before it answered, as asked.`);
}

function notStarted(file: string, cause: Error & { code?: string }): AppError {
  const why = cause.code === 'ENOENT' ? 'it is not there' : `the system said ${cause.code ?? cause.message}`;
  return new AppError('unreadable', `${file} could not be started: ${why}.`, { cause });
}
