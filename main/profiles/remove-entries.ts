import { AppError } from '../../shared/errors/app-error';
import type { LibraryEntry } from '../../shared/profiles/library-view';
import { whoNames } from '../../shared/profiles/who-names';
import { entryFile } from './layout';
import type { LibraryContents, Removal, Stored } from './library';
import type { LibraryFiles } from './library-files';
import { noSuchEntry, storedEntry } from './stored-entry';

/**
 * Under the library's lock. Everything is looked at before the first is set aside, and all are there again where
 * one cannot be.
 *
 * @param contents what the library holds now; null where somebody insists.
 * @throws AppError `not-found`, `conflict`, `still-named`.
 */
export async function removeEntries(
  library: string,
  files: LibraryFiles,
  removals: readonly Removal[],
  contents: LibraryContents | null,
): Promise<Stored[]> {
  const found = removals.map((removal) => lookedAt(library, removal));
  if (contents) {
    refuseStillNamed(
      found.map(({ entry }) => entry),
      contents,
    );
  }
  const aside: { readonly place: string; readonly name: string }[] = [];
  try {
    for (const { entry } of found) {
      const place = entryFile(entry.kind, entry.id);
      aside.push({ place, name: await files.setAside(place) });
    }
  } catch (cause) {
    for (const { place, name } of aside) await files.move(name, place).catch(() => undefined);
    throw cause;
  }
  return found;
}

function lookedAt(library: string, { kind, id, basedOn }: Removal): Stored {
  const stored = storedEntry(library, kind, id);
  if (stored === null) throw noSuchEntry(kind, id);
  if (stored.revision === basedOn) return stored;
  throw new AppError(
    'conflict',
    `“${stored.entry.name}” was not removed, as somebody changed it meanwhile. Look at it again first.`,
  );
}

/** @throws AppError `still-named` for templates that others name than those that go along with them. */
export function refuseStillNamed(entries: readonly LibraryEntry[], contents: LibraryContents): void {
  const kept = entries.flatMap((entry) => {
    const namedBy = whoStillNames(entry, entries, contents);
    return namedBy.length > 0
      ? [`“${entry.name}” was not removed, as it is still named by ${some(namedBy)}`]
      : [];
  });
  if (kept.length === 0) return;
  const others = entries.length > 1 ? 'Nothing was removed. ' : '';
  throw new AppError(
    'still-named',
    `${others}${kept.map((one) => `${one}, which could not be used without it.`).join(' ')} Let them name another template, or none, first.`,
  );
}

/** Which entries name a template and do not go along with it: `profiles/web-01`. */
export function whoStillNames(
  { kind, id }: LibraryEntry,
  going: readonly LibraryEntry[],
  contents: LibraryContents,
): string[] {
  if (kind !== 'template') return [];
  return whoNames(id, contents).filter((place) => !going.some((one) => `${one.kind}s/${one.id}` === place));
}

const mostTold = 5;

function some(names: readonly string[]): string {
  const more = names.length > mostTold ? ` and ${names.length - mostTold} more` : '';
  return `${names.slice(0, mostTold).join(', ')}${more}`;
}
