import { expect, it } from 'vitest';
import { accountIsNotAGuest } from '../../../../shared/preflight/checks/account-is-not-a-guest';
import { anAccount, type Case, otherTenantId, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'a member at home in the tenant',
    { account: anAccount() },
    {
      status: 'pass',
      found: 'ada@contoso.example is at home in the tenant 11111111-aaaa-4aaa-8aaa-111111111111.',
    },
  ],
  [
    'a guest',
    { account: anAccount({ userType: 'Guest', homeTenantId: otherTenantId }) },
    {
      status: 'fail',
      found:
        'ada@contoso.example is a guest in the tenant 11111111-aaaa-4aaa-8aaa-111111111111. Guests cannot sign in to Azure VMs.',
      remedies: [
        'do: Sign in with an account that was made in this tenant.',
        'ask: Please give me a member account in the tenant 11111111-aaaa-4aaa-8aaa-111111111111; guests cannot sign in to VMs.',
      ],
    },
  ],
  [
    "a guest's name while Graph could not be asked",
    { account: anAccount({ username: 'guest_fabrikam.example#EXT#@contoso.example', userType: null }) },
    {
      status: 'fail',
      found:
        'guest_fabrikam.example#EXT#@contoso.example is a guest in the tenant 11111111-aaaa-4aaa-8aaa-111111111111. Guests cannot sign in to Azure VMs.',
      remedies: [
        'do: Sign in with an account that was made in this tenant.',
        'ask: Please give me a member account in the tenant 11111111-aaaa-4aaa-8aaa-111111111111; guests cannot sign in to VMs.',
      ],
    },
  ],
  [
    'a member who is at home in another tenant',
    { account: anAccount({ homeTenantId: otherTenantId }) },
    {
      status: 'warn',
      found:
        'ada@contoso.example is a member here, but at home in another tenant (22222222-bbbb-4bbb-8bbb-222222222222). Microsoft only says that guests cannot sign in to VMs.',
      remedies: ['do: If sign-in fails, use an account that was made in this tenant.'],
    },
  ],
  [
    'an account from elsewhere of which Graph says nothing',
    { account: anAccount({ homeTenantId: otherTenantId, userType: null }) },
    {
      status: 'warn',
      found:
        'ada@contoso.example is at home in another tenant (22222222-bbbb-4bbb-8bbb-222222222222); whether it is a guest here could not be read. Microsoft only says that guests cannot sign in to VMs.',
      remedies: ['do: If sign-in fails, use an account that was made in this tenant.'],
    },
  ],
  [
    'an invited account that was made a member',
    {
      account: anAccount({
        username: 'bo_fabrikam.example#EXT#@contoso.example',
        userType: 'Member',
        homeTenantId: otherTenantId,
      }),
    },
    {
      status: 'warn',
      found:
        'bo_fabrikam.example#EXT#@contoso.example is a member here, but at home in another tenant (22222222-bbbb-4bbb-8bbb-222222222222). Microsoft only says that guests cannot sign in to VMs.',
      remedies: ['do: If sign-in fails, use an account that was made in this tenant.'],
    },
  ],
  [
    'nobody signed in',
    { account: problem('sign-in-required', 'Nobody is signed in.', null) },
    {
      status: 'unknown',
      because: 'Nobody is signed in.',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(accountIsNotAGuest, known)).toEqual(expected);
});
