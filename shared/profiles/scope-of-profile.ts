import { partsOfVmId } from '../azure/vm-id-parts';
import type { Profile } from './profile';
import { outsideAzure, type VmScope } from './resolve';

/** Where a profile's VM stands, as far as the library knows: what tags it has, only Azure does. */
export function scopeOfProfile({ tenantId, vmId }: Pick<Profile, 'tenantId' | 'vmId'>): VmScope {
  if (vmId === null) return { ...outsideAzure, tenantId };
  const { subscriptionId, resourceGroup } = partsOfVmId(vmId);
  return { tenantId, subscriptionId, resourceGroup, tags: {} };
}
