import { expect, it } from 'vitest';
import { vmHasSystemAssignedIdentity } from '../../../../shared/preflight/checks/vm-has-system-assigned-identity';
import { aDevice, aVm, type Case, problem, tenantId, verdictOf } from '../builders';

const identity = (type: string) => ({ type, principalId: null, tenantId });

it.each<Case>([
  [
    'a system-assigned identity',
    { vm: aVm() },
    {
      status: 'pass',
      found: 'web-01 has a system-assigned identity (55555555-eeee-4eee-8eee-555555555555).',
    },
  ],
  [
    'both kinds',
    { vm: aVm({ identity: identity('SystemAssigned, UserAssigned') }) },
    {
      status: 'pass',
      found: 'web-01 has a system-assigned identity.',
    },
  ],
  [
    'none, and no device',
    { vm: aVm({ identity: null }), vmDevices: [] },
    {
      status: 'fail',
      found:
        'web-01 has no managed identity. It needs a system-assigned one to learn its tenant and to join.',
      remedies: [
        'az: az vm identity assign --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: $vm = Get-AzVM -ResourceGroupName rg-app -Name web-01; Update-AzVM -ResourceGroupName rg-app -VM $vm -IdentityType SystemAssigned',
        'ask: Please switch on the system-assigned managed identity of the VM web-01 (resource group rg-app).',
        'do: The identity comes first: install the extension AADLoginForWindows after it.',
      ],
    },
  ],
  [
    'none, devices unreadable',
    { vm: aVm({ identity: null }) },
    {
      status: 'fail',
      found:
        'web-01 has no managed identity. It needs a system-assigned one to learn its tenant and to join.',
      remedies: [
        'az: az vm identity assign --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: $vm = Get-AzVM -ResourceGroupName rg-app -Name web-01; Update-AzVM -ResourceGroupName rg-app -VM $vm -IdentityType SystemAssigned',
        'ask: Please switch on the system-assigned managed identity of the VM web-01 (resource group rg-app).',
        'do: The identity comes first: install the extension AADLoginForWindows after it.',
      ],
    },
  ],
  [
    'none any more on a VM that has joined',
    { vm: aVm({ identity: null }), vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'web-01 has no managed identity. It needs a system-assigned one to learn its tenant and to join. web-01 has joined Entra ID nevertheless, as WEB-01.',
      remedies: [
        'az: az vm identity assign --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: $vm = Get-AzVM -ResourceGroupName rg-app -Name web-01; Update-AzVM -ResourceGroupName rg-app -VM $vm -IdentityType SystemAssigned',
        'ask: Please switch on the system-assigned managed identity of the VM web-01 (resource group rg-app).',
        'do: The identity comes first: install the extension AADLoginForWindows after it.',
      ],
    },
  ],
  [
    'only a user-assigned one',
    { vm: aVm({ identity: identity('UserAssigned') }), vmDevices: [] },
    {
      status: 'fail',
      found:
        'web-01 has only user-assigned identities, which the join does not use. It needs a system-assigned one to learn its tenant and to join.',
      remedies: [
        'az: az vm identity assign --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'ask: Please switch on the system-assigned managed identity of the VM web-01 (resource group rg-app).',
        'do: The identity comes first: install the extension AADLoginForWindows after it.',
      ],
    },
  ],
  [
    'a VM that may not be read',
    { vm: problem() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(vmHasSystemAssignedIdentity, known)).toEqual(expected);
});
