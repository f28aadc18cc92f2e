import { expect, it } from 'vitest';
import { pcHasNoKnownBadUpdate } from '../../../../shared/preflight/checks/pc-has-no-known-bad-update';
import { aPc, type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'an update nobody complains of',
    { thisPc: aPc() },
    { status: 'pass', found: 'No update known to break remote sign-in is in build 26100.4652.' },
  ],
  [
    'the update of January 2026',
    { thisPc: aPc({ revision: 7623 }) },
    {
      status: 'warn',
      found:
        'This PC runs Windows 11 24H2 (26100.7623) with KB5074109: the password prompt of remote desktops fails at once. KB5077744 mends it.',
      remedies: ['do: Install KB5077744 or any later cumulative update.'],
    },
  ],
  [
    'the update that mended it',
    { thisPc: aPc({ build: 19045, revision: 6811 }) },
    { status: 'pass', found: 'No update known to break remote sign-in is in build 19045.6811.' },
  ],
  [
    'a server, which counts its revisions apart',
    { thisPc: aPc({ installationType: 'Server', revision: 7623 }) },
    { status: 'pass', found: 'No update known to break remote sign-in is in build 26100.7623.' },
  ],
  [
    'a revision that could not be read',
    { thisPc: aPc({ revision: null }) },
    { status: 'unknown', because: "This PC's Windows build could not be read." },
  ],
  [
    'no Windows',
    { thisPc: aPc({ os: 'linux', build: null, revision: null }) },
    { status: 'skip', because: 'This PC does not run Windows.' },
  ],
  [
    'a PC that could not be read',
    { thisPc: problem('unexpected', 'The registry could not be read.', null) },
    { status: 'unknown', because: 'The registry could not be read.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcHasNoKnownBadUpdate, known)).toEqual(expected);
});
