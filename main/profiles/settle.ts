import { AppError } from '../../shared/errors/app-error';
import type { LibraryEntry, LibraryProblem } from '../../shared/profiles/library-view';
import { entryFile, keptFolder } from './layout';
import type { LibraryFiles } from './library-files';
import type { Scan } from './scan-library';

/**
 * Under the library's lock: the copy takes the entry's place, or goes. What goes is set aside.
 *
 * @param present the problems there are now, as the one that is settled may be of yesterday.
 */
export async function settleProblem(
  files: LibraryFiles,
  { files: scanned }: Scan,
  present: readonly LibraryProblem[],
  problem: LibraryProblem,
  keep: 'entry' | 'copy',
): Promise<void> {
  const found = present.find(({ file, kind }) => file === problem.file && kind === problem.kind);
  if (!found) {
    throw new AppError('not-found', `There is nothing left to settle about ${problem.file}.`);
  }
  if (found.file.startsWith(`${keptFolder}/`)) {
    throw new AppError('invalid-request', `There is nothing to put away. ${found.because}`);
  }
  if (keep === 'entry') {
    await files.setAside(found.file);
    return;
  }
  const entry = scanned.find(({ file }) => file === found.file)?.read.entry;
  if (!entry) {
    throw new AppError('invalid-request', `${found.file} cannot be kept, as it cannot be used.`);
  }
  const place = entryFile(entry.kind, entry.id);
  if (scanned.some(({ file }) => file === place)) await files.setAside(place);
  await files.move(found.file, place);
}

/** Both versions of an entry in conflict, to be looked at before one is chosen. @throws AppError `not-found`. */
export function versionsIn(
  { files }: Scan,
  file: string,
): { readonly entry: LibraryEntry; readonly copy: LibraryEntry } {
  const entryIn = (wanted: string) => files.find((one) => one.file === wanted)?.read.entry ?? null;
  const copy = entryIn(file);
  const entry = copy && entryIn(entryFile(copy.kind, copy.id));
  if (!copy || !entry || entryFile(copy.kind, copy.id) === file) {
    throw new AppError('not-found', `${file} is in conflict with nothing any more.`);
  }
  return { entry, copy };
}
