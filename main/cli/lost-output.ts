import type { EventEmitter } from 'node:events';

interface Streams {
  readonly stdout: EventEmitter;
  readonly stderr: EventEmitter & { write(text: string): unknown };
}

/**
 * A reader that went away (`| head`) is no failure of ours, and no reason to stop before the work is done where it
 * only read the remarks. An answer that a full disk did not take is one.
 */
export function watchForLostOutput({ stdout, stderr }: Streams, exit: (code: 0 | 1) => void): void {
  stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return exit(0);
    stderr.write(`The answer could not be written (${code}).\n`);
    exit(1);
  });
  stderr.on('error', () => undefined);
}
