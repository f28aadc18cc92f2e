import type { z } from 'zod';
import { guidOf, resourceId } from './demo-ids';
import { DemoDevice, DemoExtension, type DemoInterface, type DemoVm as VmInFile } from './tenant-machines';

type DescribedVm = z.infer<typeof VmInFile>;
type DescribedInterface = z.infer<typeof DemoInterface>;

/** What the rest of the tenant knows and a VM's description refers to. */
export interface VmSurroundings {
  readonly tenantId: string;
  readonly subscriptionId: string;
  /** Resolves a network and subnet by name, and hands out the subnet's next free address. */
  readonly subnetFor: (
    network: string | undefined,
    subnet: string | undefined,
  ) => { readonly networkId: string; readonly subnetId: string; readonly nextAddress: () => string };
  readonly securityGroupId: (name: string) => string;
}

/** A VM with everything filled in, as the running demo keeps it. Mutable: repairs change it. */
export type DemoVm = ReturnType<typeof completeVm>;
export type DemoNic = DemoVm['interfaces'][number];

// Parsed once: tens of thousands of made-up VMs have them in common.
const loginExtension = DemoExtension.parse({});
const joinedDevice = DemoDevice.parse({});

export function completeVm(vm: DescribedVm, around: VmSurroundings) {
  const { subscriptionId, tenantId } = around;
  const id = resourceId(subscriptionId, vm.resourceGroup, 'Microsoft.Compute/virtualMachines', vm.name);
  const isWindows = vm.os === 'Windows';
  const computerName = vm.computerName === undefined ? computerNameOf(vm.name) : vm.computerName;
  return {
    ...vm,
    id,
    subscriptionId,
    computerName,
    described: vm.instanceView,
    instanceView: reportOf({ ...vm, computerName, described: vm.instanceView }),
    identity: vm.identity && {
      type: vm.identity.type,
      tenantId: vm.identity.tenantId ?? tenantId,
      principalId: vm.identity.type.includes('SystemAssigned') ? guidOf('identity', id) : null,
    },
    extensions: vm.extensions ?? (isWindows ? [{ ...loginExtension }] : []),
    interfaces: vm.interfaces.map((nic, index) => completeInterface(vm, nic, index, around)),
    device: deviceOf(vm, id, computerName ?? vm.name),
  };
}

/** Windows allows 15 characters, and the portal cuts a longer resource name there. */
function computerNameOf(name: string): string {
  return name.slice(0, 15).replace(/-$/, '');
}

function completeInterface(vm: DescribedVm, nic: DescribedInterface, index: number, around: VmSurroundings) {
  const name = nic.name ?? `${vm.name}-nic${index === 0 ? '' : index + 1}`;
  const { networkId, subnetId, nextAddress } = around.subnetFor(nic.network, nic.subnet);
  const idOf = (type: string, own: string) =>
    resourceId(around.subscriptionId, vm.resourceGroup, `Microsoft.Network/${type}`, own);
  return {
    id: idOf('networkInterfaces', name),
    name,
    networkId,
    subnetId,
    privateAddresses: nic.privateAddresses ?? [nextAddress()],
    publicAddress: nic.publicAddress,
    publicAddressId: nic.publicAddress === null ? null : idOf('publicIPAddresses', `${name}-ip`),
    publicName: nic.publicName,
    securityGroupId: nic.securityGroup === null ? null : around.securityGroupId(nic.securityGroup),
    isPrimary: index === 0,
  };
}

function deviceOf(vm: DescribedVm, id: string, name: string) {
  const described = vm.device === undefined && vm.os === 'Windows' ? joinedDevice : vm.device;
  if (!described) return null;
  const displayName = described.displayName ?? name;
  return {
    ...described,
    displayName,
    objectId: guidOf('device object', id),
    deviceId: described.deviceId ?? guidOf('device', id),
    hostNames: described.hostNames ?? [displayName],
    azureResourceId: described.hasPhysicalIds ? id : null,
  };
}

/** Only a running VM with a working agent reports what is inside it; what was described is said in any case. */
export function reportOf(
  vm: Pick<DescribedVm, 'agent' | 'image' | 'name' | 'os' | 'powerState'> & {
    readonly computerName: string | null;
    readonly described: DescribedVm['instanceView'];
  },
) {
  const reports = vm.powerState === 'running' && vm.agent?.isReady === true;
  const { described } = vm;
  const otherwise = <T>(value: T | undefined, inferred: T | null): T | null =>
    value === undefined ? (reports ? inferred : null) : value;
  return {
    computerName: otherwise(described.computerName, vm.computerName),
    osName: otherwise(described.osName, osNameOf(vm)),
    osVersion: otherwise(described.osVersion, osVersionOf(vm)),
    rdpThumbprint: otherwise(described.rdpThumbprint, vm.os === 'Windows' ? thumbprintOf(vm.name) : null),
  };
}

function osVersionOf({ image, os }: Pick<DescribedVm, 'image' | 'os'>): string | null {
  const [build, revision] = image?.exactVersion?.split('.') ?? [];
  if (os === 'Linux') return '24.04';
  return build && revision ? `10.0.${build}.${revision}` : null;
}

function osNameOf({ image, os }: Pick<DescribedVm, 'image' | 'os'>): string | null {
  if (os === 'Linux') return 'ubuntu';
  const year = /20\d\d/.exec(image?.sku ?? '')?.[0];
  if (image?.publisher === 'MicrosoftWindowsServer') return `Windows Server ${year ?? '2022'} Datacenter`;
  return image?.offer?.includes('11') || image?.sku?.includes('win11')
    ? 'Windows 11 Enterprise'
    : 'Windows 10 Enterprise';
}

function thumbprintOf(name: string): string {
  return guidOf('rdp', name).replaceAll('-', '').concat('5e9a01c7').toUpperCase();
}
