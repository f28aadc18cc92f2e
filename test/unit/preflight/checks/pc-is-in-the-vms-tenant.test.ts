import { expect, it } from 'vitest';
import { pcIsInTheVmsTenant } from '../../../../shared/preflight/checks/pc-is-in-the-vms-tenant';
import { aVm, type Case, otherTenantId, problem, subscriptionId, tenantId, verdictOf } from '../builders';
import { aJoin } from '../connection-builders';

const subscription = { id: subscriptionId, name: 'Production', tenantId };

it.each<Case>([
  [
    "a PC of the VM's tenant",
    { pcJoin: aJoin({ tenantId: tenantId.toUpperCase() }), vm: aVm() },
    { status: 'pass', found: `This PC and the VM belong to tenant ${tenantId}.` },
  ],
  [
    'a work account of it, on a PC of another',
    { pcJoin: aJoin({ tenantId: otherTenantId, workAccountTenantIds: [tenantId] }), vm: aVm() },
    { status: 'pass', found: `This PC and the VM belong to tenant ${tenantId}.` },
  ],
  [
    'a VM without identity, by its subscription',
    { pcJoin: aJoin(), vm: aVm({ identity: null }), subscription },
    { status: 'pass', found: `This PC and the VM belong to tenant ${tenantId}.` },
  ],
  [
    'a PC of another tenant',
    { pcJoin: aJoin({ tenantId: otherTenantId }), vm: aVm() },
    {
      status: 'fail',
      found: `This PC belongs to tenant ${otherTenantId}, the VM to ${tenantId}.`,
      remedies: [
        "do: Add a work account of the VM's tenant in Settings > Accounts > Access work or school.",
        'do: Or sign in with a web account, for which this PC may belong anywhere.',
      ],
    },
  ],
  [
    'a PC that does not say',
    { pcJoin: aJoin({ tenantId: null }), vm: aVm() },
    { status: 'unknown', because: 'Windows does not say which tenant this PC belongs to.' },
  ],
  [
    'a bare host name, of no VM we know',
    { pcJoin: aJoin(), vm: problem('not-asked', 'No VM was named.', null) },
    { status: 'unknown', because: 'No VM was named.' },
  ],
  [
    'a PC without Windows',
    { pcJoin: problem('not-here', 'Joining is a matter of Windows.') },
    { status: 'skip', because: 'Joining is a matter of Windows.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(pcIsInTheVmsTenant, known)).toEqual(expected);
});
