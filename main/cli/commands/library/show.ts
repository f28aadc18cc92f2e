import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const show: Command = {
  name: 'show',
  argument: { name: '<entry-or-vm>', description: 'id or name of a template or profile, or a VM' },
  summary: 'every setting with its value, where it comes from, and what it stands in place of',
  options: [libraryOption],
  notes: `A template and a profile are shown as the library has them, without asking Azure; a VM as its file would be
written now, with the templates of its tags. Passwords and tokens are not shown.
Example: entra-rdp library show finance`,

  async run(context) {
    const { showEntry } = await import('./show-entry');
    return showEntry(context);
  },
};
