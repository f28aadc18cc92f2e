import type { VmId } from '../azure/virtual-machine';
import { partsOfVmId } from '../azure/vm-id-parts';
import type { Gathered } from '../preflight/fact';
import type { VmScope } from '../profiles/resolve';
import { valueOf } from './plan-profile';

/** Where a VM stands, as far as it was found out: its id alone says its subscription and its group. */
export function vmScopeIn(gathered: Gathered, vmId: VmId): VmScope {
  const { subscriptionId, resourceGroup } = partsOfVmId(vmId);
  const vm = valueOf(gathered, 'vm');
  // Where Azure says nothing of the VM, it is taken to stand in the tenant that one signed in to for it.
  const presumed = vm === null ? valueOf(gathered, 'account')?.tenantId : null;
  return {
    tenantId: valueOf(gathered, 'subscription')?.tenantId ?? presumed ?? null,
    subscriptionId,
    resourceGroup,
    tags: vm?.tags ?? {},
  };
}
