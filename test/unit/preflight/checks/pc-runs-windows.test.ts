import { expect, it } from 'vitest';
import { pcRunsWindows } from '../../../../shared/preflight/checks/pc-runs-windows';
import { aPc, type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  ['Windows 11', { thisPc: aPc() }, { status: 'pass', found: 'This PC runs Windows 11 Pro (build 26100).' }],
  [
    'a Windows that says little of itself',
    { thisPc: aPc({ productName: null, build: null }) },
    { status: 'pass', found: 'This PC runs Windows.' },
  ],
  [
    'Windows 8.1',
    { thisPc: aPc({ productName: 'Windows 8.1 Pro', build: 9600 }) },
    {
      status: 'fail',
      found: 'This PC runs Windows 8.1 Pro (build 9600), older than Windows 10.',
      remedies: ['do: Connect from a PC with Windows 10 or later.'],
    },
  ],
  [
    'Linux, where the route is not offered and nothing is wrong',
    { thisPc: aPc({ os: 'linux', build: null }) },
    {
      status: 'skip',
      because: 'This PC runs Linux; signing in with a password is possible from Windows 10 or later.',
    },
  ],
  [
    'macOS',
    { thisPc: aPc({ os: 'macos', build: null }) },
    {
      status: 'skip',
      because: 'This PC runs macOS; signing in with a password is possible from Windows 10 or later.',
    },
  ],
  [
    'a PC that could not be read',
    { thisPc: problem('unexpected', 'The registry could not be read.', null) },
    { status: 'unknown', because: 'The registry could not be read.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcRunsWindows, known)).toEqual(expected);
});
