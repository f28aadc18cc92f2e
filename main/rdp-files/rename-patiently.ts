import { setTimeout as wait } from 'node:timers/promises';
import type { FileSystem } from './file-system';

/** Milliseconds between tries; together a little more than a second. */
const pauses = [10, 20, 50, 100, 200, 300, 500] as const;

/**
 * Moves a file into its place. Windows refuses that while another program, such as a virus scanner or one that
 * syncs folders, looks at the file or at what it replaces: they are done in a moment, so it is tried again.
 *
 * @throws as the system refused the last try.
 */
export async function renamePatiently(
  { rename }: Pick<FileSystem, 'rename'>,
  from: string,
  to: string,
): Promise<void> {
  for (const pause of pauses) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (!mayPass(cause)) throw cause;
      await wait(pause);
    }
  }
  await rename(from, to);
}

function mayPass(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    (cause.code === 'EPERM' || cause.code === 'EACCES' || cause.code === 'EBUSY')
  );
}
