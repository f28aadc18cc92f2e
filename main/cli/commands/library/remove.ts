import type { Removal, Stored } from '../../../profiles/library';
import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const remove: Command = {
  name: 'remove',
  argument: { name: '<entries...>', description: 'ids or names of templates and profiles' },
  summary: 'take templates and profiles out of the library; their files are set aside, not deleted',
  options: [
    { flags: '--anyway', description: 'also a template that others still name' },
    { flags: '--plan', description: 'only tell what would be removed' },
    libraryOption,
  ],
  notes: `All are removed, or none. Templates that name each other may go together.
Examples: entra-rdp library remove finance
          entra-rdp library remove finance fin-app-01 fin-app-02 --plan`,

  async run({ words, options, output, services }) {
    const [{ findEntries }, { refuseStillNamed, whoStillNames }, { tellableEntry }] = await Promise.all([
      import('./find-entry'),
      import('../../../profiles/remove-entries'),
      import('../../../../shared/profiles/tellable-entry'),
    ]);
    const library = await (await services()).library();
    const found = await findEntries(library, words);
    const entries = found.map(({ entry }) => entry);
    const contents = await library.contents();
    const [isPlan, isInsisting] = [options.flag('plan'), options.flag('anyway')];
    if (!isInsisting) refuseStillNamed(entries, contents);
    if (!isPlan) await library.remove(found.map(asRemoval), { isInsisting });

    const rows = entries.map((entry) => ({
      removed: tellableEntry(entry),
      namedBy: whoStillNames(entry, entries, contents),
    }));
    const [only] = rows.length === 1 ? rows : [];
    output.answer({ ...only, rows, plan: isPlan }, () =>
      entries
        .map(({ kind, name }) => `${isPlan ? 'Would remove' : 'Removed'} the ${kind} “${name}”.`)
        .join('\n'),
    );
    for (const { removed, namedBy } of rows) {
      if (namedBy.length === 0) continue;
      const subject = only ? 'Still name it' : `Still name ${removed.id}`;
      output.note(`${subject}, and cannot be used until they do not: ${namedBy.join(', ')}.`);
    }
    return 0;
  },
};

function asRemoval({ entry: { kind, id }, revision }: Stored): Removal {
  return { kind, id, basedOn: revision };
}
