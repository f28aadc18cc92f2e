import { AppError } from '../../shared/errors/app-error';
import { checkedEntry, entryText } from '../../shared/profiles/entry-text';
import type { EntryKind, LibraryEntry } from '../../shared/profiles/library-view';
import { revisionOf } from './entry-bytes';
import { entryFile } from './layout';
import type { Saved, SaveOptions, Stored } from './library';
import type { LibraryFiles } from './library-files';
import { noSuchEntry, storedEntry } from './stored-entry';

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

/** Under the library's lock. @throws AppError `not-found`, `conflict`. */
export async function removeEntry(
  library: string,
  files: LibraryFiles,
  kind: EntryKind,
  id: string,
  basedOn: string,
): Promise<Stored> {
  const stored = storedEntry(library, kind, id);
  if (stored === null) throw noSuchEntry(kind, id);
  if (stored.revision !== basedOn) {
    throw new AppError(
      'conflict',
      `“${stored.entry.name}” was not removed, as somebody changed it meanwhile. Look at it again first.`,
    );
  }
  await files.setAside(entryFile(kind, id));
  return stored;
}
