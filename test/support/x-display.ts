import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface XDisplay {
  /** As in `DISPLAY`: `:12`. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * Starts an X server of our own on a display number it chooses itself.
 *
 * @throws when the program is missing, or ends before it serves.
 */
export async function startDisplay(
  program: 'Xvfb' | 'Xvnc',
  argumentsOfProgram: readonly string[],
): Promise<XDisplay> {
  const server = spawn(program, ['-displayfd', '3', ...argumentsOfProgram], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLineOf(server, server.stdio[3] as Readable, program);
  return { name: `:${number}`, close: () => endOf(server) };
}

/** Ends a process we started, and waits until it has. */
export function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3000);
  return ended.finally(() => clearTimeout(impatience));
}

function firstLineOf(child: ChildProcess, stream: Readable, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', (cause) => reject(new Error(`${program} could not be started.`, { cause })));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it served.`)));
  });
}
