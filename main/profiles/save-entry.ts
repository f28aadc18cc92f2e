import { AppError } from '../../shared/errors/app-error';
import { checkedEntry, entryText } from '../../shared/profiles/entry-text';
import type { LibraryEntry } from '../../shared/profiles/library-view';
import { revisionOf } from './entry-bytes';
import { entryFile } from './layout';
import type { AddOptions, Saved, SaveOptions, Stored } from './library';
import type { LibraryFiles } from './library-files';
import { storedEntry } from './stored-entry';

/** @throws AppError `invalid-request`, naming what is wrong with it: before anything is touched. */
export function valid(given: LibraryEntry): LibraryEntry {
  const { entry, problem } = checkedEntry(given);
  if (entry) return entry;
  throw new AppError('invalid-request', `Nothing was saved, as the ${given.kind} is not right: ${problem}.`);
}

/** Under the library's lock: what somebody else saved since is never written over unseen. */
export async function saveEntry(
  library: string,
  files: LibraryFiles,
  entry: LibraryEntry,
  { basedOn, isInsisting = false }: SaveOptions,
): Promise<Saved> {
  const file = entryFile(entry.kind, entry.id);
  const bytes = Buffer.from(entryText(entry));
  const stored: Stored = { entry, revision: revisionOf(bytes) };
  const theirs = storedEntry(library, entry.kind, entry.id);
  if (theirs?.revision === stored.revision) return { outcome: 'saved', stored };
  if (!isInsisting && (theirs?.revision ?? null) !== basedOn) return { outcome: 'conflict', theirs };
  if (theirs !== null && theirs.revision !== basedOn) await files.copyAside(file);
  await files.write(file, bytes);
  return { outcome: 'saved', stored };
}

/** So many are on their way to the disk together, which then writes them in one go. */
const atOnce = 32;

/** Under the library's lock. @throws AppError `cancelled` between two. */
export async function addEntries(
  library: string,
  files: LibraryFiles,
  entries: readonly LibraryEntry[],
  { signal, onProgress }: AddOptions,
): Promise<Saved[]> {
  const saved: Saved[] = [];
  while (saved.length < entries.length) {
    if (signal?.aborted) throw new AppError('cancelled', `Stopped after ${saved.length} were added.`);
    const next = upToTheFirstTwin(entries.slice(saved.length, saved.length + atOnce));
    saved.push(
      ...(await Promise.all(next.map((entry) => saveEntry(library, files, entry, { basedOn: null })))),
    );
    onProgress?.(saved.length);
  }
  return saved;
}

// The second of two with one id must meet what the first has written.
function upToTheFirstTwin(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  const places = entries.map(({ kind, id }) => entryFile(kind, id));
  const twin = places.findIndex((place, index) => places.indexOf(place) < index);
  return twin === -1 ? entries : entries.slice(0, twin);
}
