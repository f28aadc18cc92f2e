import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntryRead } from '../../shared/profiles/entry-text';
import type { EntryKind, LibraryProblem } from '../../shared/profiles/library-view';
import { entryInBytes, revisionOf } from './entry-bytes';
import { foldersOutside } from './folders-outside';
import { folderOf, inside, keptFolder, markerFile } from './layout';
import { type FileState, readBoundedFile, stateOf } from './read-bounded-file';

/** One file where entries lie, and what it came to. */
export interface ScannedFile {
  /** Relative to the library's folder. */
  readonly file: string;
  /** The folder's, for a file that lies beside them null. */
  readonly kind: EntryKind | null;
  /** Its name without `.json`. */
  readonly stem: string;
  readonly read:
    | (EntryRead & { readonly revision: string })
    | { readonly entry: null; readonly problem: Pick<LibraryProblem, 'because'> & { kind: 'unreadable' } };
}

export interface Scan {
  readonly files: readonly ScannedFile[];
  /** Names of the finished .rdp files there are. */
  readonly kept: ReadonlySet<string>;
  /** Folders that are links out of the library. */
  readonly outside: readonly string[];
}

/** What was read before, by file: a file that has not changed since is not read again. */
export type Memory = Map<string, Remembered>;

interface Remembered {
  readonly state: FileState;
  readonly readAt: number;
  readonly scanned: ScannedFile;
}

/** The window's process has other work, too, in milliseconds. */
const sliceMs = 15;

/** A file changed this shortly before it was read may change again without its times telling: FAT counts in 2 s. */
const settledAfterMs = 2500;

/** Reads every file of the library that is not in memory, in slices. Damaged ones are part of the answer. */
export async function scanLibrary(library: string, memory: Memory): Promise<Scan> {
  const pause = slices();
  const files: ScannedFile[] = [];
  const seen = new Set<string>();
  const outside = foldersOutside(library);
  for (const [kind, folder] of foldersToScan) {
    if (folder !== null && outside.includes(folder)) continue;
    for (const item of itemsOf(folder === null ? library : inside(library, folder))) {
      const file = folder === null ? item.name : `${folder}/${item.name}`;
      if (!isEntryFile(item, kind)) continue;
      await pause();
      const scanned = scanFile(library, file, kind, memory);
      if (!scanned) continue;
      seen.add(file);
      files.push(scanned);
    }
  }
  for (const file of memory.keys()) if (!seen.has(file)) memory.delete(file);
  return { files, kept: keptNames(library, outside), outside };
}

const foldersToScan: readonly (readonly [EntryKind | null, string | null])[] = [
  ['template', folderOf.template],
  ['profile', folderOf.profile],
  [null, null],
];

function keptNames(library: string, outside: readonly string[]): ReadonlySet<string> {
  return new Set(
    outside.includes(keptFolder) ? [] : itemsOf(inside(library, keptFolder)).map(({ name }) => name),
  );
}

const saysItsKind = /"kind"\s*:\s*"(?:template|profile)"/;

function itemsOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// A person's README and a program's hidden files are none of our business; a folder among the entries hides some.
function isEntryFile(item: Dirent, kind: EntryKind | null): boolean {
  if (item.name.startsWith('.') || item.name === markerFile) return false;
  return /\.json$/i.test(item.name) || (kind !== null && item.isDirectory());
}

function scanFile(
  library: string,
  file: string,
  kind: EntryKind | null,
  memory: Memory,
): ScannedFile | undefined {
  const path = inside(library, file);
  const known = memory.get(file);
  if (known && isUnchanged(path, known)) return known.scanned;
  memory.delete(file);
  const readAt = Date.now();
  const found = readBoundedFile(path);
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/i, '');
  switch (found.outcome) {
    case 'missing':
      return undefined;
    case 'refused':
      return {
        file,
        kind,
        stem,
        read: { entry: null, problem: { kind: 'unreadable', because: found.because } },
      };
    case 'read': {
      // Beside the entries' folders lie other programs' files, too.
      if (kind === null && !saysItsKind.test(found.bytes.toString('latin1'))) return undefined;
      const read = entryInBytes(found.bytes, { kind: kind ?? 'profile', id: stem });
      const scanned = { file, kind, stem, read: { ...read, revision: revisionOf(found.bytes) } };
      memory.set(file, { state: found.state, readAt, scanned });
      return scanned;
    }
  }
}

function isUnchanged(path: string, { state, readAt }: Remembered): boolean {
  if (Math.max(state.mtimeMs, state.ctimeMs) > readAt - settledAfterMs) return false;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return false;
  const now = stateOf(found);
  return (
    now.size === state.size &&
    now.mtimeMs === state.mtimeMs &&
    now.ctimeMs === state.ctimeMs &&
    now.ino === state.ino
  );
}

/** Lets others have their turn whenever a slice is over. */
function slices(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
