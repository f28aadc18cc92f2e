import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const remove: Command = {
  name: 'remove',
  argument: { name: '<entry>', description: 'id or name of a template or profile' },
  summary: 'take a template or profile out of the library; its file is set aside, not deleted',
  options: [{ flags: '--anyway', description: 'also a template that others still name' }, libraryOption],
  notes: 'Example: entra-rdp library remove finance',

  async run({ words: [word = ''], options, output, services }) {
    const [{ findEntry, noSuchEntry }, { tellableEntry }, { whoNames }] = await Promise.all([
      import('./find-entry'),
      import('../../../../shared/profiles/tellable-entry'),
      import('../../../../shared/profiles/who-names'),
    ]);
    const library = await (await services()).library();
    const stored = await findEntry(library, word);
    if (!stored) throw noSuchEntry(word);
    const { entry } = stored;
    const isInsisting = options.flag('anyway');
    await library.remove(entry.kind, entry.id, { basedOn: stored.revision, isInsisting });
    const namedBy = entry.kind === 'template' ? whoNames(entry.id, await library.contents()) : [];
    output.answer(
      { removed: tellableEntry(entry), namedBy },
      () => `Removed the ${entry.kind} “${entry.name}”.`,
    );
    if (namedBy.length > 0) {
      output.note(`Still name it, and cannot be used until they do not: ${namedBy.join(', ')}.`);
    }
    return 0;
  },
};
