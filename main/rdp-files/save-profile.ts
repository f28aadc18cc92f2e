import { resolve } from 'node:path';
import { type FileSystem, fileSystem } from './file-system';
import { expectNoDevice, refusedFolder, writeWhole } from './write-whole';

/**
 * Saves an .rdp file where the person asked for it, and gives its absolute path. A file that is already
 * there is replaced, and stays as it was when writing fails.
 *
 * @throws AppError `invalid-request` for a folder, a device or a pipe; `disk-full`; `access-denied`; `not-found`.
 */
export async function saveProfile(
  path: string,
  bytes: Uint8Array,
  files: FileSystem = fileSystem,
): Promise<string> {
  const target = resolve(path);
  const existing = await files.stat(target).catch(() => null);
  if (existing?.isDirectory()) throw refusedFolder(target);
  await expectNoDevice(files, target);
  await writeWhole(files, target, bytes);
  return target;
}
