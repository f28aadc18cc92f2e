import { expect, it } from 'vitest';
import { targetIsAHostName } from '../../../../shared/preflight/checks/target-is-a-host-name';
import { type Case, problem, verdictOf } from '../builders';
import { aTarget } from '../connection-builders';

const remedies = [
  "do: Connect to the VM's computer name instead of an address.",
  'do: Where only the address leads to the VM, sign in with a password.',
];

it.each<Case>([
  ['a short name', { target: aTarget() }, { status: 'pass', found: 'WEB-01 is a host name.' }],
  [
    'a longer one',
    { target: aTarget({ address: 'web-01.corp.example' }) },
    { status: 'pass', found: 'web-01.corp.example is a host name.' },
  ],
  [
    'an address',
    { target: aTarget({ address: '10.1.0.5' }) },
    {
      status: 'fail',
      found: '10.1.0.5 is an IP address. Entra ID signs in to a host name only: it looks the VM up by it.',
      remedies,
    },
  ],
  [
    'an address in disguise',
    { target: aTarget({ address: '0x0a010005' }) },
    {
      status: 'fail',
      found:
        '0x0a010005 is an IP address (10.1.0.5 in another spelling). Entra ID signs in to a host name only: it looks the VM up by it.',
      remedies,
    },
  ],
  [
    'what no host can be called',
    { target: aTarget({ address: 'web 01' }) },
    { status: 'fail', found: '“web 01” cannot be the name of a host.', remedies },
  ],
  [
    'a target that could not be chosen',
    { target: problem('unexpected', 'Nothing says what Windows is called.', null) },
    { status: 'unknown', because: 'Nothing says what Windows is called.' },
  ],
  [
    'no way to choose a target here',
    { target: problem('not-here', 'There is no target here.') },
    { status: 'skip', because: 'There is no target here.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(targetIsAHostName, known)).toEqual(expected);
});
