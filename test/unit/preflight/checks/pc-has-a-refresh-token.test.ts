import { expect, it } from 'vitest';
import { pcHasARefreshToken } from '../../../../shared/preflight/checks/pc-has-a-refresh-token';
import { type Case, problem, verdictOf } from '../builders';
import { aJoin } from '../connection-builders';

it.each<Case>([
  [
    'a token',
    { pcJoin: aJoin() },
    { status: 'pass', found: 'Windows holds a primary refresh token (AzureAdPrt : YES).' },
  ],
  [
    'no token',
    { pcJoin: aJoin({ hasRefreshToken: false }) },
    {
      status: 'warn',
      found: 'Windows holds no primary refresh token (AzureAdPrt : NO): the password may be refused.',
      remedies: [
        'do: Lock Windows and unlock it with your work account, while connected to the Internet.',
        'cmd: dsregcmd /status',
      ],
    },
  ],
  [
    'no word of it',
    { pcJoin: aJoin({ hasRefreshToken: null }) },
    { status: 'unknown', because: 'Windows does not say whether it holds a sign-in (AzureAdPrt).' },
  ],
  [
    'no Windows',
    { pcJoin: problem('not-here', 'Joining is a matter of Windows.') },
    { status: 'skip', because: 'Joining is a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcHasARefreshToken, known)).toEqual(expected);
});
