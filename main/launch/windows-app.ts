import type { Launcher } from './launcher';
import { expectOnRoute } from './what-to-expect';

/** Windows App on a Mac, opened by the system with the file. */
export const windowsApp: Launcher = {
  id: 'windows-app',
  ending: 'not-told',
  asksInTerminal: false,

  commandFor: ({ client, file }) => ['/usr/bin/open', '-a', client.path, file],

  expect: (route) => [
    'Windows App may say that the certificate of the VM cannot be verified: compare its name with the VM.',
    ...expectOnRoute(route),
  ],

  explainExit: ({ exitCode, stderr }) => ({
    wasGood: exitCode === 0,
    explanation:
      exitCode === 0
        ? 'Windows App has taken over.'
        : `macOS could not open the connection file with Windows App${stderr ? `: ${stderr.trim()}` : '.'}`,
    help: exitCode === 0 ? null : 'rdp-client-ended',
  }),
};
