import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import { type FileSystem, fileSystem } from '../rdp-files/file-system';
import { makeFolder } from '../rdp-files/make-folder';
import { renamePatiently } from '../rdp-files/rename-patiently';
import { explained, writeWhole } from '../rdp-files/write-whole';
import { foldersOutside } from './folders-outside';
import { asideFolder, inside, markerFile } from './layout';
import { type Held, whileLocked } from './lock-library';
import { isMissing, mark, markerProblem } from './marker';
import { readBoundedFile } from './read-bounded-file';

/** What a change of the library is made of, all of it under its lock. */
export interface LibraryFiles {
  /** Whole or not at all. `file` is relative to the library. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Into the place of nothing. */
  move(from: string, to: string): Promise<void>;
  /** Moves it among what is set aside, under a name nobody has, which it gives. */
  setAside(file: string): Promise<string>;
  /** The same for what is about to be written over. */
  copyAside(file: string): Promise<void>;
  /** Takes away what this very change wrote. */
  undo(file: string): Promise<void>;
  /** What was written so far outlives a power cut. The end of a change does the same. */
  flush(): Promise<void>;
}

export interface FilesOptions {
  readonly files?: FileSystem;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Changes a library: makes what is missing of it, locks it, and hands out how to write there.
 *
 * @throws AppError `disk-full`, `access-denied`, `timed-out`, `unreadable`; what was there stays as it was.
 */
export async function changing<T>(
  library: string,
  work: (files: LibraryFiles) => Promise<T>,
  { files = fileSystem, now = Date.now }: FilesOptions,
): Promise<T> {
  try {
    await makeFolder(files, library, 0o700);
    return await whileLocked(library, async (held) => {
      markerProblem(library);
      const mode = (await files.stat(library)).mode & 0o666;
      if (await isMissing(files, inside(library, markerFile))) await mark(library, files, mode);
      const handed = libraryFiles(library, files, now, mode, held);
      const done = await work(handed);
      await handed.flush();
      return done;
    });
  } catch (cause) {
    throw explained(library, cause);
  }
}

function libraryFiles(
  library: string,
  files: FileSystem,
  now: () => number,
  mode: number,
  held: Held,
): LibraryFiles {
  const changed = new Set<string>();

  async function ready(file: string): Promise<string> {
    if (held.isLost()) throw lockLost(library);
    refuseOutside(library, file);
    const path = inside(library, file);
    await files.mkdir(dirname(path), { recursive: true, mode: mode | ((mode & 0o444) >> 2) });
    return path;
  }

  async function move(from: string, to: string): Promise<void> {
    refuseOutside(library, from);
    const target = await ready(to);
    await renamePatiently(files, inside(library, from), target);
    changed.add(dirname(inside(library, from))).add(dirname(target));
  }

  async function write(file: string, bytes: Uint8Array): Promise<void> {
    const path = await ready(file);
    await writeWhole(files, path, bytes, { mode });
    changed.add(dirname(path));
  }

  return {
    write,
    move,
    async copyAside(file) {
      const found = readBoundedFile(inside(library, file));
      if (found.outcome === 'read') await write(asideName(file, now()), found.bytes);
    },
    async setAside(file) {
      const name = asideName(file, now());
      await move(file, name);
      return name;
    },
    async undo(file) {
      await files.rm(inside(library, file), { force: true }).catch(() => undefined);
    },
    async flush() {
      for (const folder of changed) await keepFolder(files, folder);
      changed.clear();
    },
  };
}

/** `set-aside/2026-11-26T10-12-33-profiles-web-01-3f9c.json`: when, what, and nobody else's. */
function asideName(file: string, now: number): string {
  const at = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const [, stem = file, extension = ''] = /^(.*?)(\.[a-z]{2,4})?$/i.exec(file.replaceAll('/', '-')) ?? [];
  return `${asideFolder}/${at}-${stem.slice(0, 150)}-${randomUUID().slice(0, 8)}${extension}`;
}

function refuseOutside(library: string, file: string): void {
  const [folder = ''] = file.split('/');
  if (!foldersOutside(library).includes(folder)) return;
  throw new AppError(
    'access-denied',
    `Nothing was written: ${inside(library, folder)} is a link out of the library. Put a folder in its place.`,
  );
}

function lockLost(library: string): AppError {
  return new AppError(
    'timed-out',
    `Nothing was written: this PC stood still for too long while it changed the library in ${library}. Try again.`,
  );
}

/** Without this a name may be gone after a power cut, though the file's bytes are there. */
async function keepFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    // Some file systems have no such thing for a folder, and write names at once.
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
