import { expect, it } from 'vitest';
import { remoteCredentialGuardIsOff } from '../../../../shared/preflight/checks/remote-credential-guard-is-off';
import { type Case, problem, verdictOf } from '../builders';
import { somePolicies } from '../connection-builders';

const off = { status: 'pass', found: 'Remote Credential Guard is not required on this PC.' } as const;

it.each<Case>([
  ['not set', { pcPolicies: somePolicies() }, off],
  ['off', { pcPolicies: somePolicies({ remoteCredentialGuard: false }) }, off],
  [
    'required',
    { pcPolicies: somePolicies({ remoteCredentialGuard: true }) },
    {
      status: 'fail',
      found:
        'A policy requires Remote Credential Guard on this PC, which excludes signing in with a web account.',
      remedies: [
        'ask: Please set the policy “Restrict delegation of credentials to remote servers” so that my PC does not require Remote Credential Guard.',
        'do: Or sign in with a password.',
      ],
    },
  ],
  [
    'a registry that could not be read',
    { pcPolicies: problem('unexpected', 'The registry could not be read.', null) },
    { status: 'unknown', because: 'The registry could not be read.' },
  ],
  [
    'a PC without Windows',
    { pcPolicies: problem('not-here', 'Policies are a matter of Windows.') },
    { status: 'skip', because: 'Policies are a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(remoteCredentialGuardIsOff, known)).toEqual(expected);
});
