import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../shared/errors/app-error';
import { type FileSystem, fileSystem } from '../rdp-files/file-system';
import { contentsOf } from './contents-of-scan';
import { keptFile, saveWithFile, validProfile } from './kept-files';
import type { Library, LibraryContents } from './library';
import { changing, type FilesOptions } from './library-files';
import { markerProblem } from './marker';
import type { Memory } from './memory';
import { loadMemory, type MemoryFile, saveMemory } from './memory-file';
import { removeEntries } from './remove-entries';
import { addEntries, saveEntry, valid } from './save-entry';
import { type Scan, scanLibrary } from './scan-library';
import { settleProblem, versionsIn } from './settle';
import { noSuchEntry, storedEntry } from './stored-entry';
import { sweep } from './sweep';
import { watchLibrary } from './watch-library';

interface Options extends FilesOptions {
  /** A folder that somebody chose is not made anew where it is gone: its drive may be. */
  readonly mustExist?: boolean;
  /** Where what was read is kept for the next process. */
  readonly memoryFile?: MemoryFile;
}

/** So many files read anew take as long as keeping what was read. */
const worthKeeping = 200;

/**
 * The library in `folder`. Nothing is read before the first call, and nothing is made before the first save.
 *
 * @param folder absolute.
 */
export function openLibrary(
  folder: string,
  { mustExist = false, memoryFile, ...options }: Options = {},
): Library {
  const { files: disk = fileSystem, now = Date.now } = options;
  let memory: Memory | undefined;
  let lastChange: Promise<unknown> = Promise.resolve();
  let swept: Promise<void> | undefined;

  async function scan(): Promise<{ scan: Scan; contents: LibraryContents }> {
    await assertUsable(disk, folder, mustExist);
    const marker = markerProblem(folder);
    memory ??= memoryFile ? await loadMemory(memoryFile, folder) : new Map();
    const found = await scanLibrary(folder, memory);
    if (memoryFile && found.learned >= worthKeeping) void saveMemory(memoryFile, folder, memory);
    await nextTurn();
    const { problems, ...entries } = contentsOf(found);
    return { scan: found, contents: { ...entries, problems: [...(marker ? [marker] : []), ...problems] } };
  }

  // One after the other: our own would only wait for each other's lock.
  function change<T>(work: Parameters<typeof changing<T>>[1]): Promise<T> {
    const changed = lastChange.then(async () => {
      await assertUsable(disk, folder, mustExist);
      return changing(folder, work, options);
    });
    lastChange = changed.catch(() => undefined);
    return changed;
  }

  async function isUsedByOthers(id: string, file: string): Promise<boolean> {
    const { profiles } = (await scan()).contents;
    return profiles.some(({ entry }) => entry.id !== id && entry.files.some((kept) => kept.file === file));
  }

  return {
    folder,
    async contents() {
      const found = await scan();
      swept ??= sweep(folder, disk, now());
      await swept;
      return found.contents;
    },
    async read(kind, id) {
      await assertUsable(disk, folder, mustExist);
      markerProblem(folder);
      const stored = storedEntry(folder, kind, id);
      if (stored === null) throw noSuchEntry(kind, id);
      return stored;
    },
    async save(given, saveOptions) {
      const entry = valid(given);
      return change((files) => saveEntry(folder, files, entry, saveOptions));
    },
    async add(given, addOptions = {}) {
      const entries = given.map(valid);
      return change((files) => addEntries(folder, files, entries, addOptions));
    },
    remove: (removals, { isInsisting = false } = {}) =>
      change(async (files) => {
        const mayBeNamed = !isInsisting && removals.some(({ kind }) => kind === 'template');
        return removeEntries(folder, files, removals, mayBeNamed ? (await scan()).contents : null);
      }),
    async keepFile(given, route, bytes, saveOptions) {
      const profile = validProfile(given, bytes);
      return change((files) =>
        saveWithFile(folder, files, { profile, route, bytes }, saveOptions, (file) =>
          isUsedByOthers(profile.id, file),
        ),
      );
    },
    async keptFile(profile, route) {
      await assertUsable(disk, folder, mustExist);
      return keptFile(folder, profile, route);
    },
    conflict: async (file) => versionsIn((await scan()).scan, file),
    settle: (problem, keep) =>
      change(async (files) => {
        const { scan: found, contents } = await scan();
        await settleProblem(files, found, contents.problems, problem, keep);
      }),
    watch: (onChange) => watchLibrary(folder, onChange),
  };
}

async function assertUsable(disk: FileSystem, folder: string, mustExist: boolean): Promise<void> {
  const refused = (cause: NodeJS.ErrnoException): never => {
    throw new AppError(
      'access-denied',
      `The library in ${folder} may not be read by this account (${cause.code ?? cause.message}). Change its permissions, or choose another folder.`,
      { cause },
    );
  };
  const found = await disk.stat(folder).catch((cause: NodeJS.ErrnoException) => {
    return cause.code === 'ENOENT' ? null : refused(cause);
  });
  // Some folders may be seen and not looked into: what is in them would be taken for nothing.
  if (found?.isDirectory()) await disk.readdir(folder).catch(refused);
  if (found ? found.isDirectory() : !mustExist) return;
  throw new AppError(
    'unreadable',
    found
      ? `The library cannot be read: ${folder} is no folder. Choose another one.`
      : `The folder of the library is not there: ${folder}. Connect its drive, or choose another folder.`,
  );
}
