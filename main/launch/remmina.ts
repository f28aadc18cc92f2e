import type { Launcher } from './launcher';
import { expectOnRoute } from './what-to-expect';

/** Remmina opens our file as it is, and hands over to a Remmina that is already running. */
export const remmina: Launcher = {
  id: 'remmina',
  ending: 'not-told',
  asksInTerminal: false,

  commandFor: ({ client, file }) => [client.path, '-c', file],

  expect: (route) => ['Remmina asks whether to accept the certificate of the VM.', ...expectOnRoute(route)],

  explainExit: ({ exitCode, stderr }) => ({
    wasGood: exitCode === 0,
    explanation:
      exitCode === 0
        ? 'Remmina has taken over.'
        : `Remmina ended with code ${exitCode ?? 'unknown'} before it opened the connection.${lastLine(stderr)}`,
    help: exitCode === 0 ? null : 'rdp-client-ended',
  }),
};

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1);
  return line ? ` It said: ${line}` : '';
}
