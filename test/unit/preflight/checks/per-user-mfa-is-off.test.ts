import { expect, it } from 'vitest';
import { perUserMfaIsOff } from '../../../../shared/preflight/checks/per-user-mfa-is-off';
import { anAccount, type Case, problem, verdictOf } from '../builders';

const account = anAccount();

it.each<Case>([
  [
    'per-user MFA off',
    { account, perUserMfa: 'disabled' },
    {
      status: 'pass',
      found: 'It is off for ada@contoso.example.',
    },
  ],
  [
    'per-user MFA enabled',
    { account, perUserMfa: 'enabled' },
    {
      status: 'warn',
      found:
        'The legacy per-user setting is enabled for ada@contoso.example. With a password, Windows then says that the credentials did not work.',
      remedies: [
        'do: Sign in without a password: that route can give a second factor.',
        'ask: Please replace per-user MFA of ada@contoso.example by Conditional Access: it breaks password sign-in to Azure VMs.',
      ],
    },
  ],
  [
    'per-user MFA enforced',
    { account, perUserMfa: 'enforced' },
    {
      status: 'warn',
      found:
        'The legacy per-user setting is enforced for ada@contoso.example. With a password, Windows then says that the credentials did not work.',
      remedies: [
        'do: Sign in without a password: that route can give a second factor.',
        'ask: Please replace per-user MFA of ada@contoso.example by Conditional Access: it breaks password sign-in to Azure VMs.',
      ],
    },
  ],
  [
    'a setting that may not be read',
    {
      account,
      perUserMfa: problem(
        'access-denied',
        'Microsoft Graph denied it.',
        'Policy.Read.All (Microsoft Graph, needs admin consent once)',
      ),
    },
    {
      status: 'unknown',
      because: 'Microsoft Graph denied it.',
      missing: 'Policy.Read.All (Microsoft Graph, needs admin consent once)',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(perUserMfaIsOff, known)).toEqual(expected);
});
