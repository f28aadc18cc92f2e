import { partsOfVmId, type VmId } from '../azure/virtual-machine';
import type { Gathered } from '../preflight/fact';
import type { VmScope } from '../profiles/resolve';
import { valueOf } from './plan-profile';

/** Where a VM stands, as far as it was found out: its id alone says its subscription and its group. */
export function vmScopeIn(gathered: Gathered, vmId: VmId): VmScope {
  const { subscriptionId, resourceGroup } = partsOfVmId(vmId);
  return {
    tenantId: valueOf(gathered, 'subscription')?.tenantId ?? null,
    subscriptionId,
    resourceGroup,
    tags: valueOf(gathered, 'vm')?.tags ?? {},
  };
}
