import { expect, it } from 'vitest';
import { passwordIsPermanent } from '../../../../shared/preflight/checks/password-is-permanent';
import { anAccount, type Case, verdictOf } from '../builders';

const account = anAccount();

it.each<Case>([
  [
    'an interactive password sign-in here',
    { account, passwordSignIn: { lastAt: '2026-11-20T08:00:00Z' } },
    {
      status: 'pass',
      found: 'ada@contoso.example signed in here with this password on 2026-11-20.',
    },
  ],
  [
    'none yet',
    { account, passwordSignIn: { lastAt: null } },
    {
      status: 'unknown',
      because:
        'Only signing in to a browser with the password shows it: a temporary or expired one would have to be changed there, and Remote Desktop refuses it.',
    },
  ],
  [
    'a record that could not be read',
    { account },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(passwordIsPermanent, known)).toEqual(expected);
});
