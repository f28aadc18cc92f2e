import { expect, it } from 'vitest';
import { pcBuildSupportsWebAccount } from '../../../../shared/preflight/checks/pc-build-supports-web-account';
import { aPc, type Case, problem, verdictOf } from '../builders';

const server = { installationType: 'Server', productName: 'Windows Server' } as const;

it.each<Case>([
  [
    'a release born with it',
    { thisPc: aPc({ revision: null }) },
    { status: 'pass', found: 'This PC runs Windows 11 24H2 (26100), which signs in with a web account.' },
  ],
  [
    'the very update that brought it',
    { thisPc: aPc({ build: 19044, revision: 2130 }) },
    {
      status: 'pass',
      found: 'This PC runs Windows 10 21H2 (19044.2130), which signs in with a web account.',
    },
  ],
  [
    'a server that can',
    { thisPc: aPc({ ...server, build: 20348, revision: 4052 }) },
    {
      status: 'pass',
      found: 'This PC runs Windows Server 2022 (20348.4052), which signs in with a web account.',
    },
  ],
  [
    'a PC short of one update',
    { thisPc: aPc({ build: 22621, revision: 673 }) },
    {
      status: 'fail',
      found: 'This PC runs Windows 11 22H2 (22621.673), which cannot sign in with a web account.',
      remedies: ['do: Install Windows updates: KB5018427 (build 22621.674) or any later one.'],
    },
  ],
  [
    'a release that never can',
    { thisPc: aPc({ ...server, build: 17763, revision: 8000 }) },
    {
      status: 'fail',
      found: 'This PC runs Windows Server 2019 (17763.8000), which cannot sign in with a web account.',
      remedies: [
        'do: Connect from Windows 10 20H2, Windows 11 or Windows Server 2022, or sign in with a password.',
      ],
    },
  ],
  [
    'a release that can, without its revision',
    { thisPc: aPc({ build: 19045, revision: null }) },
    {
      status: 'unknown',
      because:
        'This PC runs Windows 10 22H2 (19045); whether it has the update of October 2022 is not known.',
    },
  ],
  [
    'no build',
    { thisPc: aPc({ build: null, revision: null }) },
    { status: 'unknown', because: "This PC's Windows build could not be read." },
  ],
  [
    'no Windows',
    { thisPc: aPc({ os: 'linux', build: null, revision: null }) },
    {
      status: 'skip',
      because: 'This PC does not run Windows: its RDP client brings Entra ID sign-in itself.',
    },
  ],
  [
    'a PC that could not be read',
    { thisPc: problem('unexpected', 'The registry could not be read.', null) },
    { status: 'unknown', because: 'The registry could not be read.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcBuildSupportsWebAccount, known)).toEqual(expected);
});
