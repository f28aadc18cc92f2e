import { AppError } from '../../../../shared/errors/app-error';
import type { LibraryEntry } from '../../../../shared/profiles/library-view';
import type { LibraryContents } from '../../../profiles/library';
import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const remove: Command = {
  name: 'remove',
  argument: { name: '<entry>', description: 'id or name of a template or profile' },
  summary: 'take a template or profile out of the library; its file is set aside, not deleted',
  options: [{ flags: '--anyway', description: 'also a template that others still name' }, libraryOption],
  notes: 'Example: entra-rdp library remove finance',

  async run({ words: [word = ''], options, output, services }) {
    const [{ findEntry, noSuchEntry }, { tellableEntry }] = await Promise.all([
      import('./find-entry'),
      import('../../../../shared/profiles/tellable-entry'),
    ]);
    const library = await (await services()).library();
    const stored = await findEntry(library, word);
    if (!stored) throw noSuchEntry(word);
    const { entry } = stored;
    const users = usersOf(entry, await library.contents());
    if (users.length > 0 && !options.flag('anyway')) throw stillUsed(entry, users);
    await library.remove(entry.kind, entry.id, stored.revision);
    output.answer(
      { removed: tellableEntry(entry), namedBy: users },
      () => `Removed the ${entry.kind} “${entry.name}”.`,
    );
    if (users.length > 0) output.note(`${users.length} still name it, and cannot be used until they do not.`);
    return 0;
  },
};

function usersOf({ kind, id }: LibraryEntry, { templates, profiles }: LibraryContents): string[] {
  if (kind === 'profile') return [];
  return [
    ...templates.filter(({ entry }) => entry.inherits === id),
    ...profiles.filter(({ entry }) => entry.template === id),
  ].map(({ entry }) => `${entry.kind}s/${entry.id}`);
}

function stillUsed({ name }: LibraryEntry, users: readonly string[]): AppError {
  const some = users.slice(0, 5).join(', ');
  const more = users.length > 5 ? ` and ${users.length - 5} more` : '';
  return new AppError(
    'conflict',
    `“${name}” was not removed, as ${some}${more} still name it. Change them first, or remove it all the same with --anyway.`,
  );
}
