import { AppError } from '../../shared/errors/app-error';
import type { EntryKind } from '../../shared/profiles/library-view';
import { entryInBytes, revisionOf } from './entry-bytes';
import { entryFile, inside } from './layout';
import type { Stored } from './library';
import { readBoundedFile } from './read-bounded-file';

/**
 * The entry as its file says now; null where there is none.
 *
 * @throws AppError `unreadable` for a file that is damaged, a newer version's, or not to be read.
 */
export function storedEntry(library: string, kind: EntryKind, id: string): Stored | null {
  const file = entryFile(kind, id);
  const found = readBoundedFile(inside(library, file));
  switch (found.outcome) {
    case 'missing':
      return null;
    case 'refused':
      throw unusable(library, file, found.because);
    case 'read': {
      const { entry, problem } = entryInBytes(found.bytes, { kind, id });
      if (entry === null) throw unusable(library, file, problem.because);
      if (entry.kind !== kind || entry.id !== id) {
        throw unusable(
          library,
          file,
          `says that it is the ${entry.kind} ${entry.id}. Give its file that name`,
        );
      }
      return { entry, revision: revisionOf(found.bytes) };
    }
  }
}

export function noSuchEntry(kind: EntryKind, id: string): AppError {
  return new AppError('not-found', `The library has no ${kind} ${id}. It may have been removed meanwhile.`);
}

function unusable(library: string, file: string, because: string): AppError {
  return new AppError('unreadable', `${inside(library, file)} ${because}. It was left as it is.`);
}
