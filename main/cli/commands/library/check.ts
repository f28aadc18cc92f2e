import type { Command } from '../../command';
import { libraryOption } from '../library-option';

export const check: Command = {
  name: 'check',
  summary: 'files that cannot be used, entries that name what is not there, and settings that are not right',
  options: [libraryOption],
  notes: `Exit codes: 0 everything can be used, warnings or none; 1 something cannot.
Example, for the checks of a git repository: entra-rdp library check --library . --json`,

  async run(context) {
    const { checkLibrary } = await import('./check-library');
    return checkLibrary(context);
  },
};
