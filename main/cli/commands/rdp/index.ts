import type { CommandGroup } from '../../command';
import { convert } from './convert';
import { lint } from './lint';
import { set } from './set';
import { show } from './show';
import { sign } from './sign';
import { verify } from './verify';

/** What can be done with any .rdp file. */
export const rdp: CommandGroup = {
  name: 'rdp',
  summary: 'read, check, change, convert, sign and verify any .rdp file',
  actions: [show, lint, set, convert, sign, verify],
};
