import { expect, it } from 'vitest';
import { vmIdentityIsOfThisTenant } from '../../../../shared/preflight/checks/vm-identity-is-of-this-tenant';
import { aVm, type Case, otherTenantId, subscriptionId, tenantId, verdictOf } from '../builders';

const subscription = (tenant: string | null) => ({
  id: subscriptionId,
  name: 'Production',
  tenantId: tenant,
});

it.each<Case>([
  [
    'an identity of the tenant',
    { vm: aVm(), subscription: subscription(tenantId.toUpperCase()) },
    {
      status: 'pass',
      found:
        'The identity of web-01 and its subscription are both of the tenant 11111111-aaaa-4aaa-8aaa-111111111111.',
    },
  ],
  [
    'a subscription that moved to another tenant',
    { vm: aVm(), subscription: subscription(otherTenantId) },
    {
      status: 'fail',
      found:
        'The identity of web-01 is of the tenant 11111111-aaaa-4aaa-8aaa-111111111111, its subscription of 22222222-bbbb-4bbb-8bbb-222222222222. A subscription that moves to another tenant leaves its identities behind.',
      remedies: [
        'do: Switch the system-assigned identity of the VM off and on again, then install the extension.',
        'az: az vm identity assign --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'ask: Please switch the system-assigned identity of the VM web-01 (resource group rg-app) off and on: it is still of the tenant 11111111-aaaa-4aaa-8aaa-111111111111.',
      ],
    },
  ],
  [
    'a VM without an identity',
    { vm: aVm({ identity: null }), subscription: subscription(tenantId) },
    {
      status: 'skip',
      because: 'web-01 has no managed identity yet.',
    },
  ],
  [
    'a subscription that does not say its tenant',
    { vm: aVm(), subscription: subscription(null) },
    {
      status: 'unknown',
      because: 'The tenant of Production could not be read.',
    },
  ],
  [
    'a subscription that may not be read',
    { vm: aVm() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(vmIdentityIsOfThisTenant, known)).toEqual(expected);
});
