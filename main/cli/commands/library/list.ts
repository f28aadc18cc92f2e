import { profileRow } from '../../../../shared/profiles/profile-row';
import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const list: Command = {
  name: 'list',
  summary: 'the templates and profiles there are',
  options: [
    { flags: '--filter <text>', description: 'only those whose id, name, address or user holds this' },
    libraryOption,
  ],
  notes: 'Example: entra-rdp library list --filter finance',

  async run({ options, output, services }) {
    const library = await (await services()).library();
    const { libraryText, templateRow } = await import('../../text/library-text');
    const { templates, profiles, problems } = await library.contents();
    const fits = matching(options.text('filter') ?? '');
    const listed = {
      folder: library.folder,
      templates: templates.map(({ entry }) => templateRow(entry)).filter(fits),
      profiles: profiles.map(({ entry }) => profileRow(entry)).filter(fits),
      problems,
    };
    output.answer(listed, () => libraryText(listed, output.paint));
    return 0;
  },
};

function matching(filter: string): (row: object) => boolean {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    const text = Object.values(row).join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}
