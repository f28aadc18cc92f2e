import { VmId } from '../../shared/azure/virtual-machine';
import type { ListedVm } from '../../shared/profiles/batch/listed-vm';

/** A running Windows VM that is ready for Entra sign-in. */
export function listedVm(name: string, rest: Partial<ListedVm> & { readonly group?: string } = {}): ListedVm {
  const { group = 'rg-app', ...changes } = rest;
  return {
    id: VmId.parse(
      `/subscriptions/11111111-aaaa-4000-a000-000000000001/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
    ),
    name,
    computerName: name.slice(0, 15).toUpperCase(),
    tenantId: 't',
    subscriptionId: '11111111-aaaa-4000-a000-000000000001',
    resourceGroup: group,
    tags: {},
    osType: 'Windows',
    powerState: 'running',
    hasSystemAssignedIdentity: true,
    loginExtension: 'Succeeded',
    ...changes,
  };
}
