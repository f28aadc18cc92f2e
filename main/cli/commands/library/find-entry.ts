import { AppError, isAppError } from '../../../../shared/errors/app-error';
import { shown } from '../../../../shared/rdp/shown';
import type { Library, LibraryContents, Stored } from '../../../profiles/library';

/**
 * Each of the entries a person named, once.
 *
 * @throws AppError as `findEntry` does, for all words that name none together.
 */
export async function findEntries(library: Library, words: readonly string[]): Promise<Stored[]> {
  const found = new Map<string, Stored>();
  const problems: AppError[] = [];
  for (const word of words) {
    try {
      const stored = await findEntry(library, word);
      if (!stored) throw noSuchEntry(word);
      found.set(`${stored.entry.kind}/${stored.entry.id}`, stored);
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push(error);
    }
  }
  const [first, ...others] = problems;
  if (!first) return [...found.values()];
  if (others.length === 0) throw first;
  throw new AppError(first.code, problems.map(({ message }) => message).join(' '));
}

/**
 * The entry a person named by its id or its name; `templates/ID` or `profiles/ID` where both have it.
 * Null where there is none.
 *
 * @throws AppError `ambiguous`; `unreadable` for a file that is there and cannot be used.
 */
export async function findEntry(library: Library, word: string): Promise<Stored | null> {
  const contents = await library.contents();
  const [, folder, id = ''] = /^(templates|profiles)\/(.+)$/i.exec(word) ?? [];
  if (folder?.toLowerCase() === 'templates') return oneOf(contents.templates, id);
  if (folder) return oneOf(contents.profiles, id);
  const found = [oneOf(contents.templates, word), oneOf(contents.profiles, word)].filter(
    (one) => one !== null,
  );
  const [only, ...others] = found;
  if (others.length > 0) {
    const names = found.map(({ entry }) => `${entry.kind}s/${entry.id}`).join(' or ');
    throw new AppError('ambiguous', `${shown(word)} is a template and a profile. Say which: ${names}.`);
  }
  if (!only) refuseUnusable(contents, word);
  return only ?? null;
}

function oneOf(entries: readonly Stored[], word: string): Stored | null {
  const wanted = word.trim().toLowerCase();
  const byId = entries.find(({ entry }) => entry.id === wanted);
  if (byId) return byId;
  const named = entries.filter(({ entry }) => entry.name.trim().toLowerCase() === wanted);
  const [only = null, ...others] = named;
  if (others.length === 0) return only;
  const ids = named.map(({ entry }) => entry.id).join(', ');
  throw new AppError(
    'ambiguous',
    `${named.length} entries are called ${shown(word)}. Give the id of one: ${ids}.`,
  );
}

function refuseUnusable({ problems }: LibraryContents, word: string): void {
  const file = problems.find((problem) => problem.file.endsWith(`/${word.trim().toLowerCase()}.json`));
  if (file) throw new AppError('unreadable', file.because);
}

export function noSuchEntry(word: string): AppError {
  return new AppError(
    'not-found',
    `The library has no entry ${shown(word)}. entra-rdp library list shows what it has.`,
  );
}
