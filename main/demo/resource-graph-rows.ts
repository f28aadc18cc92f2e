import { isLoginExtension } from '../../shared/azure/virtual-machine';
import type { DemoState } from './demo-state';
import { findVm } from './demo-vms';
import { decider } from './rights';
import type { DemoAccount } from './tenant-schema';

/** Rows of the VM list, joined with addresses and the login extension as far as the account may read them. */
export function vmRow(state: DemoState, account: DemoAccount) {
  const mayReadNic = decider(state, account, 'Microsoft.Network/networkInterfaces/read');
  const mayReadAddress = decider(state, account, 'Microsoft.Network/publicIPAddresses/read');
  const mayReadExtension = decider(state, account, 'Microsoft.Compute/virtualMachines/extensions/read');

  return (id: string): Readonly<Record<string, unknown>> => {
    const vm = findVm(state, id);
    if (!vm) return { id };
    const nics = vm.interfaces.filter((nic) => mayReadNic(nic.id));
    const publicNics = nics.filter(({ publicAddressId }) => publicAddressId !== null);
    const readPublic = publicNics.filter(({ publicAddressId }) => mayReadAddress(publicAddressId ?? ''));
    return {
      id: vm.id,
      name: vm.name,
      subscriptionId: vm.subscriptionId,
      tenantId: tenantOf(state, vm.subscriptionId),
      resourceGroup: vm.resourceGroup.toLowerCase(),
      location: vm.location,
      tags: vm.tags,
      computerName: vm.computerName ?? '',
      osType: vm.os,
      osName: vm.instanceView.osName ?? '',
      osVersion: vm.instanceView.osVersion ?? '',
      powerState: `PowerState/${vm.powerState}`,
      identityType: vm.identity?.type ?? '',
      privateIps: nics.length ? nics.flatMap(({ privateAddresses }) => privateAddresses) : null,
      publicIps: nics.length
        ? [
            ...readPublic.map(({ publicAddress }) => publicAddress),
            ...(readPublic.length < nics.length ? [''] : []),
          ]
        : null,
      unreadPublicIps: nics.length ? publicNics.length - readPublic.length : null,
      loginExtension: mayReadExtension(vm.id)
        ? (vm.extensions.find(isLoginExtension)?.provisioningState ?? '')
        : '',
    };
  };
}

function tenantOf(state: DemoState, subscriptionId: string): string {
  return state.tenant.subscriptions.find(({ id }) => id === subscriptionId)?.tenantId ?? state.tenant.id;
}
