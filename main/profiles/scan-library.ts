import { type Dirent, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import type { EntryKind } from '../../shared/profiles/library-view';
import { slices } from '../support/slices';
import { entryInBytes, revisionOf } from './entry-bytes';
import { foldersOutside } from './folders-outside';
import { folderOf, inside, keptFolder, markerFile } from './layout';
import { isSettled, isUnchanged, type Memory, type Remembered } from './memory';
import { readBoundedFile } from './read-bounded-file';
import type { ScannedFile } from './scanned-file';

export interface Scan {
  readonly files: readonly ScannedFile[];
  /** Names of the finished .rdp files there are. */
  readonly kept: ReadonlySet<string>;
  /** Folders that are links out of the library. */
  readonly outside: readonly string[];
  /** How many files were read anew, and can be remembered. */
  readonly learned: number;
}

/** Reads every file of the library that is not in memory, in slices. Damaged ones are part of the answer. */
export async function scanLibrary(library: string, memory: Memory): Promise<Scan> {
  const pause = slices();
  const files: ScannedFile[] = [];
  let learned = 0;
  const outside = foldersOutside(library);
  for (const [kind, folder] of foldersToScan) {
    if (folder !== null && outside.includes(folder)) continue;
    const place = folder === null ? library : inside(library, folder);
    for (const item of itemsOf(place)) {
      if (!isEntryFile(item, kind)) continue;
      await pause();
      const file = folder === null ? item.name : `${folder}/${item.name}`;
      // Not `join`, which would take as long as asking for the file's times.
      const path = `${place}${sep}${item.name}`;
      const known = memory.get(file);
      if (known && isUnchanged(path, known)) {
        files.push(known.scanned);
        continue;
      }
      const read = scanFile(path, file, item.name, kind);
      if (read?.state) memory.set(file, read);
      else memory.delete(file);
      if (read?.state && isSettled(read)) learned += 1;
      if (read) files.push(read.scanned);
    }
  }
  if (memory.size > files.length) forget(memory, files);
  return { files, kept: keptNames(library, outside), outside, learned };
}

const foldersToScan: readonly (readonly [EntryKind | null, string | null])[] = [
  ['template', folderOf.template],
  ['profile', folderOf.profile],
  [null, null],
];

function forget(memory: Memory, files: readonly ScannedFile[]): void {
  const seen = new Set(files.map(({ file }) => file));
  for (const file of memory.keys()) if (!seen.has(file)) memory.delete(file);
}

function keptNames(library: string, outside: readonly string[]): ReadonlySet<string> {
  return new Set(
    outside.includes(keptFolder) ? [] : itemsOf(inside(library, keptFolder)).map(({ name }) => name),
  );
}

function itemsOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const endsInJson = /\.json$/i;

// A person's README and a program's hidden files are none of our business; a folder among the entries hides some.
function isEntryFile(item: Dirent, kind: EntryKind | null): boolean {
  if (item.name.startsWith('.') || item.name === markerFile) return false;
  return endsInJson.test(item.name) || (kind !== null && item.isDirectory());
}

const saysItsKind = /"kind"\s*:\s*"(?:template|profile)"/;

/** What cannot be read is not remembered: what stood in its way leaves no trace in its times. */
type Read = Remembered | { readonly state: null; readonly scanned: ScannedFile };

function scanFile(path: string, file: string, name: string, kind: EntryKind | null): Read | undefined {
  const readAt = Date.now();
  const found = readBoundedFile(path);
  switch (found.outcome) {
    case 'missing':
      return undefined;
    case 'refused': {
      const problem = { kind: 'unreadable', because: found.because } as const;
      return { state: null, scanned: { file, kind, read: { entry: null, problem } } };
    }
    case 'read': {
      // Beside the entries' folders lie other programs' files, too.
      if (kind === null && !saysItsKind.test(found.bytes.toString('latin1'))) return undefined;
      const id = name.replace(endsInJson, '');
      const read = entryInBytes(found.bytes, { kind: kind ?? 'profile', id });
      const scanned = { file, kind, read: { ...read, revision: revisionOf(found.bytes) } };
      return { state: found.state, readAt, scanned };
    }
  }
}
