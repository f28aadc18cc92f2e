import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import { type FileSystem, fileSystem } from './file-system';
import { makeFolder } from './make-folder';
import { explained, writeWhole } from './write-whole';

export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  /** Takes it away again, with what the client left beside it. Never fails: it is swept later. */
  remove(): Promise<void>;
}

/** Where connection files live between being written and being opened. */
export interface RdpFolder {
  /**
   * Writes one connection file, in a folder of its own so that it keeps its name.
   *
   * @throws AppError `disk-full` with nothing left behind; `access-denied`.
   */
  write(bytes: Uint8Array, name: string): Promise<WrittenFile>;
}

interface Options {
  readonly files?: FileSystem;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const ours = /^connection-[A-Za-z0-9]{6}$/;
const oneDayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the folder only its owner may enter, makes it where it is missing, and sweeps what earlier runs
 * left: our own files alone, and only those a day old, as another window may be using the others.
 *
 * @param root absolute; on Windows under %LOCALAPPDATA%, which is the user's own.
 * @throws AppError `access-denied` when the folder is a link or somebody else's; `disk-full`.
 */
export async function openRdpFolder(
  root: string,
  { files = fileSystem, now = Date.now }: Options = {},
): Promise<RdpFolder> {
  await makePrivate(files, root);
  await sweep(files, root, now() - oneDayMs);

  return {
    async write(bytes, name) {
      const folder = await files.mkdtemp(join(root, 'connection-')).catch((cause: unknown) => {
        throw explained(join(root, name), cause);
      });
      const remove = () => files.rm(folder, { recursive: true, force: true }).catch(() => undefined);
      // The name may come from a VM's: it is a name, never a way out of the folder.
      const path = join(folder, basename(name));
      try {
        await writeWhole(files, path, bytes);
      } catch (error) {
        await remove();
        throw error;
      }
      return { path, remove };
    },
  };
}

async function makePrivate(files: FileSystem, root: string): Promise<void> {
  try {
    await makeFolder(files, root, 0o700);
  } catch (cause) {
    throw explained(root, cause);
  }
  const found = await files.lstat(root);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new AppError(
      'access-denied',
      `Connection files cannot be kept in ${root}: it is a link, or belongs to another account. Remove it and connect again.`,
    );
  }
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) await files.chmod(root, 0o700);
}

async function sweep(files: FileSystem, root: string, before: number): Promise<void> {
  for (const name of await files.readdir(root).catch(() => [])) {
    const folder = join(root, name);
    const found = ours.test(name) ? await files.lstat(folder).catch(() => null) : null;
    if (found?.isDirectory() && found.mtimeMs < before) {
      await files.rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
