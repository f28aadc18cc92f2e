import type { CommandOption } from '../command';

/** Of every command that reads templates or profiles; the shell opens the library there. */
export const libraryOption: CommandOption = {
  flags: '--library <folder>',
  description: 'the folder of templates and profiles, in place of the one in the settings',
};
