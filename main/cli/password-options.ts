import type { CommandOption } from './command';

/** What `passwordSource` goes by. */
export const passwordOptions: readonly CommandOption[] = [
  { flags: '--password-env <name>', description: 'the environment variable that holds the password' },
  { flags: '--password-file <file>', description: 'the file whose first line is the password' },
];
