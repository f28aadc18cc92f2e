import { join, sep } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import { sameOnDisk } from '../../../shared/profiles/batch/place';
import type { FileSystem } from '../../rdp-files/file-system';
import { makeFolder } from '../../rdp-files/make-folder';
import { explained } from '../../rdp-files/write-whole';
import { isTemporary } from '../layout';

/** The folder that files of a batch are written to, and nowhere else. */
export interface BatchFolder {
  /** Absolute. */
  readonly path: string;
  /**
   * Where a file goes: its folders are made where they are missing.
   *
   * @param file relative, with forward slashes.
   * @throws AppError `access-denied` for a link that leads out of the folder; `invalid-request` for a file that
   *   is in a folder's way; `disk-full`.
   */
  placeOf(file: string): Promise<{ readonly path: string; readonly isThere: boolean }>;
}

/** @throws AppError where the folder cannot be made, or is none. */
export async function openBatchFolder(files: FileSystem, path: string): Promise<BatchFolder> {
  await makeFolder(files, path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EEXIST' || cause.code === 'ENOTDIR'
      ? inTheWay(path)
      : explained(join(path, '.'), cause);
  });
  const root = await files.realpath(path);
  const folders = new Map<string, Promise<ReadonlySet<string>>>();

  /** What is in a folder, by name. Once a folder: many files go into each. */
  function namesIn(folder: string): Promise<ReadonlySet<string>> {
    const known = folders.get(folder) ?? openInside(folder);
    folders.set(folder, known);
    return known;
  }

  async function openInside(folder: string): Promise<ReadonlySet<string>> {
    const cut = folder.lastIndexOf('/');
    if (folder !== '') await namesIn(cut < 0 ? '' : folder.slice(0, cut));
    const absolute = join(root, ...folder.split('/'));
    if (folder !== '' && (await isMade(absolute))) return new Set();
    const names = await files.readdir(absolute);
    // What a killed run left half written beside its place.
    const torn = names.filter(isTemporary);
    await Promise.all(
      torn.map((name) => files.rm(join(absolute, name), { force: true }).catch(() => undefined)),
    );
    return new Set(names.map(sameOnDisk));
  }

  /** Whether it was made now; a folder that is there may be used as long as it is inside. */
  async function isMade(folder: string): Promise<boolean> {
    try {
      await files.mkdir(folder);
      return true;
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
        throw explained(folder, cause);
    }
    const real = await files.realpath(folder).catch(() => null);
    if (real === null || !real.startsWith(root.endsWith(sep) ? root : root + sep)) throw leadsOut(folder);
    if (!(await files.stat(real)).isDirectory()) throw inTheWay(folder);
    return false;
  }

  return {
    path,
    async placeOf(file) {
      const parts = file.split('/');
      const name = parts.at(-1) ?? '';
      const names = await namesIn(parts.slice(0, -1).join('/'));
      return { path: join(path, ...parts), isThere: names.has(sameOnDisk(name)) };
    },
  };
}

function leadsOut(folder: string): AppError {
  return new AppError(
    'access-denied',
    `${folder} is a link that leads out of the folder of the batch, and nothing is written through one. Take it away.`,
  );
}

function inTheWay(path: string): AppError {
  return new AppError(
    'invalid-request',
    `${path} is a file, and a folder is needed there. Take it away, or choose another folder.`,
  );
}
