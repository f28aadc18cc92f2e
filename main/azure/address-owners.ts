import { isSameResource } from '../../shared/azure/same-resource';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { AddressOwner } from '../../shared/network/resolution';
import type { Arm } from './arm';
import { addressOwnersQuery } from './queries';
import { queryRows, textIn } from './resource-graph';
import { nameOfResource } from './resource-id';

/** Other VMs that own one of the addresses. */
export async function readAddressOwners(
  arm: Arm,
  id: VmId | null,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<AddressOwner[]> {
  if (addresses.length === 0) return [];
  const asked = {
    purpose: `looking for the owner of ${addresses.join(', ')}`,
    right: 'Reader on the network interfaces',
    signal,
  };
  const rows = await queryRows(arm, asked, addressOwnersQuery(addresses));
  return rows.flatMap((row) => {
    const vmId = textIn(row, 'vmId');
    const address = textIn(row, 'address');
    if (vmId === null || address === null || !addresses.includes(address)) return [];
    if (id !== null && isSameResource(vmId, id)) return [];
    return [{ address, vmId, vmName: nameOfResource(vmId) }];
  });
}
