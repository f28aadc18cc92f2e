import type { CompleteTenant } from './complete-tenant';
import { completeVm, type DemoVm } from './complete-vm';
import { dotted } from './demo-networks';
import { DemoVm as VmInFile } from './tenant-parts';

/** VMs that fill the tenant up to its `scale`: none is made before it is asked for. */
export interface MadeUpVms {
  readonly count: number;
  at(index: number): DemoVm;
  /** By resource id, any letter case; null for one that was not made up. */
  find(id: string): DemoVm | null;
}

const kinds = ['web', 'app', 'sql', 'build', 'desk', 'batch', 'file', 'jump'];
const locations = ['westeurope', 'northeurope', 'germanywestcentral', 'eastus2', 'southeastasia'];

export function madeUpVms(tenant: CompleteTenant): MadeUpVms {
  const count = Math.max(0, tenant.scale - tenant.virtualMachines.length);
  const at = (index: number): DemoVm => madeUpVm(tenant, index);
  return {
    count,
    at,
    find(id) {
      const index = Number(/\/virtualmachines\/[a-z]+-(\d{6})$/i.exec(id)?.[1] ?? Number.NaN);
      if (!(index >= 0 && index < count)) return null;
      const vm = at(index);
      return vm.id.toLowerCase() === id.toLowerCase() ? vm : null;
    },
  };
}

function madeUpVm(tenant: CompleteTenant, index: number): DemoVm {
  const kind = kinds[index % kinds.length] ?? 'web';
  const network = tenant.networks[0];
  const isWindows = index % 6 !== 5;
  return completeVm(
    VmInFile.parse({
      name: `${kind}-${String(index).padStart(6, '0')}`,
      resourceGroup: `rg-${kind}-${String(index % 40).padStart(2, '0')}`,
      location: locations[index % locations.length],
      os: isWindows ? 'Windows' : 'Linux',
      powerState: index % 9 === 8 ? 'deallocated' : 'running',
      tags: { environment: index % 2 ? 'production' : 'development' },
      ...(isWindows ? {} : { image: { publisher: 'canonical', offer: 'ubuntu-24_04-lts', sku: 'server' } }),
      ...(index % 11 === 10 ? { extensions: [], device: null } : {}),
    }),
    {
      tenantId: tenant.id,
      subscriptionId: tenant.subscriptions[index % tenant.subscriptions.length]?.id ?? '',
      subnetFor: () => ({
        networkId: network?.id ?? '',
        subnetId: network?.subnets[0]?.id ?? '',
        // 10.64.0.0 and up, where no described network is by default.
        nextAddress: () => dotted(0x0a400004 + index),
      }),
      securityGroupId: () => '',
    },
  );
}
