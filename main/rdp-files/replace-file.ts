import { type FileSystem, fileSystem } from './file-system';
import { explained, writeWhole } from './write-whole';

/**
 * Puts new bytes in the place of a file that is there, whole or not at all. A link stays a link to it, and
 * who may read it stays as it was.
 *
 * @throws AppError `disk-full`; `access-denied`; `not-found`.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  files: FileSystem = fileSystem,
): Promise<string> {
  const { target, mode } = await place(path, files).catch((cause: unknown) => {
    throw explained(path, cause);
  });
  await writeWhole(files, target, bytes, { mode });
  return target;
}

async function place(path: string, files: FileSystem): Promise<{ target: string; mode: number }> {
  const target = await files.realpath(path);
  const { mode } = await files.stat(target);
  return { target, mode: mode & 0o777 };
}
