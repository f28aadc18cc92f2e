import { dotted, numberOf } from './address-book';
import type { CompleteTenant } from './complete-tenant';
import { completeVm, type DemoVm } from './complete-vm';
import { resourceId } from './demo-ids';
import { DemoVm as VmInFile } from './tenant-machines';

/** VMs that fill the tenant's first subscription up to its `scale`: none is made before it is asked for. */
export interface MadeUpVms {
  readonly count: number;
  at(index: number): DemoVm;
  idAt(index: number): string;
  /** By resource id, any letter case; null for one that was not made up. */
  find(id: string): DemoVm | null;
  /** By its computer name. */
  called(name: string): DemoVm | null;
  /** By its private address. */
  withAddress(address: string): DemoVm | null;
}

/** Where no described network is, unless its file says so. */
const firstAddress = numberOf('10.64.0.4');

const kinds = ['web', 'app', 'sql', 'build', 'desk', 'batch', 'file', 'jump'];
const locations = ['westeurope', 'northeurope', 'germanywestcentral', 'eastus2', 'southeastasia'];

export function madeUpVms(tenant: CompleteTenant): MadeUpVms {
  const count = Math.max(0, tenant.scale - tenant.virtualMachines.length);
  const idAt = (index: number): string => {
    const { subscriptionId, resourceGroup, name } = placeOf(tenant, index);
    return resourceId(subscriptionId, resourceGroup, 'Microsoft.Compute/virtualMachines', name);
  };
  const at = (index: number): DemoVm => madeUpVm(tenant, index);
  const atNumber = (index: number): DemoVm | null => (index >= 0 && index < count ? at(index) : null);
  return {
    count,
    at,
    idAt,
    called(name) {
      const vm = atNumber(Number(/-(\d{6})$/.exec(name)?.[1] ?? Number.NaN));
      return vm?.name === name.toLowerCase() ? vm : null;
    },
    withAddress: (address) => atNumber(numberOf(address) - firstAddress),
    find(id) {
      const index = Number(/\/virtualmachines\/[a-z]+-(\d{6})$/i.exec(id)?.[1] ?? Number.NaN);
      if (!(index >= 0 && index < count)) return null;
      return idAt(index).toLowerCase() === id.toLowerCase() ? at(index) : null;
    },
  };
}

function placeOf(tenant: CompleteTenant, index: number) {
  const kind = kinds[index % kinds.length] ?? 'web';
  return {
    name: `${kind}-${String(index).padStart(6, '0')}`,
    resourceGroup: `rg-${kind}-${String(index % 40).padStart(2, '0')}`,
    subscriptionId: tenant.subscriptions[0]?.id ?? '',
  };
}

// Parsed once: what all made-up VMs have in common.
const windows = VmInFile.parse({ name: 'made-up' });
const linux = VmInFile.parse({
  name: 'made-up',
  os: 'Linux',
  image: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server', exactVersion: null },
});

function madeUpVm(tenant: CompleteTenant, index: number): DemoVm {
  const { name, resourceGroup, subscriptionId } = placeOf(tenant, index);
  const network = tenant.networks[0];
  const neverJoined = index % 11 === 10;
  return completeVm(
    {
      ...(index % 6 === 5 ? linux : windows),
      name,
      resourceGroup,
      location: locations[index % locations.length] ?? 'westeurope',
      powerState: index % 9 === 8 ? 'deallocated' : 'running',
      tags: { environment: index % 2 ? 'production' : 'development' },
      ...(neverJoined && { extensions: [], device: null }),
    },
    {
      tenantId: tenant.id,
      subscriptionId,
      subnetFor: () => ({
        networkId: network?.id ?? '',
        subnetId: network?.subnets[0]?.id ?? '',
        nextAddress: () => dotted(firstAddress + index),
      }),
      securityGroupId: () => '',
    },
  );
}
