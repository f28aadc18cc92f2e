import { dirname } from 'node:path';
import type { FileSystem } from './file-system';

type Folders = Pick<FileSystem, 'mkdir' | 'stat'>;

/**
 * Makes a folder, and those it is in, where they are missing. The runtime's own recursive way never ends where
 * the system says of a folder that is there that it is missing, as Linux does below /proc.
 *
 * @throws as the system refuses: `EEXIST` for a file of that name.
 */
export async function makeFolder(files: Folders, path: string, mode?: number): Promise<void> {
  try {
    await files.mkdir(path, { mode });
  } catch (cause) {
    if (await isFolder(files, path)) return;
    if (!isMissing(cause) || (await isFolder(files, dirname(path)))) throw cause;
    await makeFolder(files, dirname(path), mode);
    await makeFolder(files, path, mode);
  }
}

async function isFolder(files: Folders, path: string): Promise<boolean> {
  return (await files.stat(path).catch(() => null))?.isDirectory() === true;
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
