import { expect, it } from 'vitest';
import { pku2uIsAllowed } from '../../../../shared/preflight/checks/pku2u-is-allowed';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { somePolicies } from '../connection-builders';

const remedies = [
  'ask: Please allow the policy “Network security: Allow PKU2U authentication requests to this computer to use online identities” on my PC. Hardening baselines (CIS 2.3.11, STIG WN10-SO-000185) turn it off, which rules out signing in to Entra-joined VMs with a password.',
  'do: Or sign in with a web account, which does not need it.',
];

it.each<Case>([
  [
    'allowed',
    { pcPolicies: somePolicies({ pku2uAllowed: true }) },
    { status: 'pass', found: 'PKU2U is allowed on this PC.' },
  ],
  [
    'switched off',
    { pcPolicies: somePolicies({ pku2uAllowed: false }) },
    {
      status: 'fail',
      found: 'PKU2U is switched off on this PC (AllowOnlineID = 0), as hardening baselines do.',
      remedies,
    },
  ],
  [
    'not set on a client',
    { pcPolicies: somePolicies(), thisPc: aPc() },
    { status: 'pass', found: 'PKU2U is not set on this PC, which allows it on Windows 10 and 11.' },
  ],
  [
    'not set on a server',
    { pcPolicies: somePolicies(), thisPc: aPc({ installationType: 'Server' }) },
    {
      status: 'fail',
      found: 'PKU2U is not set on this PC, and Windows Server does not allow it by itself.',
      remedies,
    },
  ],
  [
    'not set on what may be either',
    { pcPolicies: somePolicies() },
    {
      status: 'unknown',
      because: 'PKU2U is not set on this PC, and whether it is a server could not be read.',
    },
  ],
  [
    'a PC without Windows',
    { pcPolicies: problem('not-here', 'Policies are a matter of Windows.') },
    { status: 'skip', because: 'Policies are a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pku2uIsAllowed, known)).toEqual(expected);
});
