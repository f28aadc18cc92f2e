import type { Command } from '../../command';
import { libraryOption } from '../library-option';
import { levelOptions } from './level-options';

export const set: Command = {
  name: 'set',
  argument: { name: '<template>', description: 'id of a template: made where there is none' },
  summary: 'make a template, or change one, and show what changes',
  options: [
    { flags: '--name <name>', description: 'what people call it' },
    ...levelOptions,
    {
      flags: '--route <route>',
      description: 'how people sign in; none leaves it open',
      choices: ['web-account', 'password', 'none'],
    },
    { flags: '--inherits <template>', description: 'another named template that comes before it, or none' },
    { flags: '--setting <setting>', description: 'name:type:value', isRepeatable: true },
    { flags: '--remove-setting <name>', description: 'take a setting out', isRepeatable: true },
    { flags: '--plan', description: 'only show what would change' },
    libraryOption,
  ],
  notes: `Levels, from the widest to the narrowest: organisation, tenant, subscription, resource-group, tag, named. A named one
applies where --template or a profile names it, the others by themselves.
Example: entra-rdp library set finance --level tag --tag department=finance --setting redirectclipboard:i:1`,

  async run(context) {
    const { setTemplate } = await import('./set-template');
    return setTemplate(context);
  },
};
