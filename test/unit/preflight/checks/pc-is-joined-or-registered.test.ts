import { expect, it } from 'vitest';
import { pcIsJoinedOrRegistered } from '../../../../shared/preflight/checks/pc-is-joined-or-registered';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { aJoin } from '../connection-builders';

const registered = aJoin({ isEntraJoined: false, isEntraRegistered: true });
const remedies = [
  'do: Add your work account in Settings > Accounts > Access work or school.',
  'do: Or sign in with a web account, for which this PC need not be joined.',
];

it.each<Case>([
  ['a joined PC', { pcJoin: aJoin() }, { status: 'pass', found: 'This PC is joined to Entra ID.' }],
  [
    'a hybrid joined PC',
    { pcJoin: aJoin({ isDomainJoined: true }) },
    { status: 'pass', found: 'This PC is hybrid joined to Entra ID.' },
  ],
  [
    'a registered PC of 20H1',
    { pcJoin: registered, thisPc: aPc({ build: 19041 }) },
    {
      status: 'pass',
      found: 'This PC is registered with Entra ID (build 19041); the user name begins with AzureAD\\.',
    },
  ],
  [
    'a registered PC older than that',
    { pcJoin: registered, thisPc: aPc({ build: 18363 }) },
    {
      status: 'fail',
      found:
        'This PC is registered with Entra ID, which is enough from Windows 10 20H1 (build 19041) on; it runs build 18363.',
      remedies: ['do: Update Windows, join this PC to Entra ID, or sign in with a web account.'],
    },
  ],
  [
    'a PC of nobody',
    { pcJoin: aJoin({ isEntraJoined: false }) },
    { status: 'fail', found: 'This PC is neither joined to Entra ID nor registered with it.', remedies },
  ],
  [
    'a PC of a domain alone',
    { pcJoin: aJoin({ isEntraJoined: false, isDomainJoined: true }) },
    {
      status: 'fail',
      found: 'This PC is joined to a domain, but neither hybrid joined to Entra ID nor registered with it.',
      remedies,
    },
  ],
  [
    'a registered PC without a build',
    { pcJoin: registered },
    {
      status: 'unknown',
      because: 'This PC is registered with Entra ID; its Windows build could not be read.',
    },
  ],
  [
    'a PC without Windows',
    { pcJoin: problem('not-here', 'Joining is a matter of Windows.') },
    { status: 'skip', because: 'Joining is a matter of Windows.' },
  ],
  [
    'an answer that could not be read',
    { pcJoin: problem('unexpected', 'dsregcmd said nothing.', null) },
    { status: 'unknown', because: 'dsregcmd said nothing.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcIsJoinedOrRegistered, known)).toEqual(expected);
});
