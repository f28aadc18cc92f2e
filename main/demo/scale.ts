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
  /** Whether the made-up VM of this id has an Entra device, without making it. */
  isJoined(id: string): boolean;
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
    isJoined: (id) => isWindows(indexOf(id)) && !neverJoined(indexOf(id)),
    called(name) {
      const vm = atNumber(indexOf(name));
      return vm?.name === name.toLowerCase() ? vm : null;
    },
    withAddress: (address) => atNumber(numberOf(address) - firstAddress),
    find(id) {
      const index = indexOf(id);
      if (!(index >= 0 && index < count)) return null;
      return idAt(index).toLowerCase() === id.toLowerCase() ? at(index) : null;
    },
  };
}

/** From a name or an id; NaN for one that no made-up VM has. */
function indexOf(nameOrId: string): number {
  return Number(/-(\d{6})$/.exec(nameOrId)?.[1] ?? Number.NaN);
}

function isWindows(index: number): boolean {
  return index % 6 !== 5;
}

function neverJoined(index: number): boolean {
  return index % 11 === 10;
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
  return completeVm(
    {
      ...(isWindows(index) ? windows : linux),
      name,
      resourceGroup,
      location: locations[index % locations.length] ?? 'westeurope',
      powerState: index % 9 === 8 ? 'deallocated' : 'running',
      tags: { environment: index % 2 ? 'production' : 'development' },
      ...(neverJoined(index) && { extensions: [], device: null }),
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
