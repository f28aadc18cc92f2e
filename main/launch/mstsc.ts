import type { Launcher } from './launcher';
import { expectOnRoute } from './what-to-expect';

/** Remote Desktop Connection, by its absolute path: it has no switch for Entra ID, so the file says it all. */
export const mstsc: Launcher = {
  id: 'mstsc',
  ending: 'in-the-event-log',
  asksInTerminal: false,

  commandFor: ({ client, file }) => [client.path, file],

  expect: (route) => [
    'Windows shows where the connection goes, and one box for each thing to share with the VM, all unticked. None is needed: choose Connect.',
    ...expectOnRoute(route),
  ],

  // Its codes are documented nowhere, so only the fact of the end is told.
  explainExit: ({ exitCode }) => ({
    wasGood: exitCode === 0,
    explanation:
      exitCode === 0
        ? 'Remote Desktop Connection was closed.'
        : `Remote Desktop Connection ended at once (code ${exitCode ?? 'unknown'}) without saying why. Open the connection file by hand to see its message.`,
    help: exitCode === 0 ? null : 'rdp-client-ended',
  }),
};
