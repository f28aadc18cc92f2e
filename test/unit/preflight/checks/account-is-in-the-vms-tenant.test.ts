import { expect, it } from 'vitest';
import { accountIsInTheVmsTenant } from '../../../../shared/preflight/checks/account-is-in-the-vms-tenant';
import {
  anAccount,
  aVm,
  type Case,
  otherTenantId,
  problem,
  subscriptionId,
  tenantId,
  verdictOf,
} from '../builders';

const subscription = (tenant: string | null) => ({
  id: subscriptionId,
  name: 'Production',
  tenantId: tenant,
});
const withoutIdentity = aVm({ identity: null });

it.each<Case>([
  [
    "a VM whose identity is of the account's tenant",
    { account: anAccount(), vm: aVm() },
    {
      status: 'pass',
      found:
        "ada@contoso.example is signed in to 11111111-aaaa-4aaa-8aaa-111111111111, the tenant of the VM's managed identity.",
    },
  ],
  [
    'tenant ids in different letter case',
    { account: anAccount({ tenantId: tenantId.toUpperCase() }), vm: aVm() },
    {
      status: 'pass',
      found:
        "ada@contoso.example is signed in to 11111111-aaaa-4aaa-8aaa-111111111111, the tenant of the VM's managed identity.",
    },
  ],
  [
    'a VM without an identity in a subscription of the tenant',
    { account: anAccount(), vm: withoutIdentity, subscription: subscription(tenantId) },
    {
      status: 'pass',
      found:
        "ada@contoso.example is signed in to 11111111-aaaa-4aaa-8aaa-111111111111, the tenant of the VM's subscription.",
    },
  ],
  [
    'a VM of another tenant, as Lighthouse shows',
    { account: anAccount(), vm: withoutIdentity, subscription: subscription(otherTenantId) },
    {
      status: 'fail',
      found:
        "ada@contoso.example is signed in to the tenant 11111111-aaaa-4aaa-8aaa-111111111111, but the VM's subscription belongs to 22222222-bbbb-4bbb-8bbb-222222222222.",
      remedies: [
        'do: Sign in with an account of the tenant 22222222-bbbb-4bbb-8bbb-222222222222.',
        'ask: Please give me a member account in the tenant 22222222-bbbb-4bbb-8bbb-222222222222.',
      ],
    },
  ],
  [
    'a subscription that moved here and a VM identity that stayed behind',
    {
      account: anAccount(),
      vm: aVm({ identity: { type: 'SystemAssigned', principalId: null, tenantId: otherTenantId } }),
      subscription: subscription(tenantId),
    },
    {
      status: 'skip',
      because:
        "because the VM's managed identity is still of 22222222-bbbb-4bbb-8bbb-222222222222, while its subscription is of your tenant.",
    },
  ],
  [
    'a bare host name',
    { account: anAccount(), vm: problem('not-asked', 'Only a host name was given.', null) },
    {
      status: 'unknown',
      because: 'Only a host name was given.',
    },
  ],
  [
    'a subscription that may not be read',
    { account: anAccount(), vm: withoutIdentity },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
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
  expect(verdictOf(accountIsInTheVmsTenant, known)).toEqual(expected);
});
