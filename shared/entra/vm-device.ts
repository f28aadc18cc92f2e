import { isSameResource } from '../azure/same-resource';
import type { VirtualMachine } from '../azure/virtual-machine';
import type { EntraDevice } from './device';

type Vm = Pick<VirtualMachine, 'id' | 'createdAt'>;

/**
 * The device this very VM joined with: the newest that carries its resource id.
 *
 * A VM deleted and made again under the same name leaves a device with the same id behind. One registered
 * before the VM was made is such a leftover, unless it has signed in since.
 */
export function currentDeviceOf(vm: Vm, devices: readonly EntraDevice[]): EntraDevice | null {
  const [newest] = devicesWithIdOf(vm, devices)
    .filter((device) => !isLeftover(device, vm))
    .toSorted((a, b) => timeOf(b.registeredAt) - timeOf(a.registeredAt));
  return newest ?? null;
}

/** Devices that carry the VM's resource id and are not the one it has now. */
export function leftoversOf(vm: Vm, devices: readonly EntraDevice[]): readonly EntraDevice[] {
  return devicesWithIdOf(vm, devices).filter((device) => isLeftover(device, vm));
}

/**
 * A device that bears the VM's host name and may be its own: nothing says which VM it is of, and it was
 * registered after this one was made. Entra ID has devices without any physical id.
 */
export function unmarkedDeviceOf(
  { createdAt }: Vm,
  hostName: string,
  devices: readonly EntraDevice[],
): EntraDevice | null {
  const isSame = (name: string) => name.toLowerCase() === hostName.toLowerCase();
  const mayBeOwn = ({ azureResourceId, trustType, registeredAt, hostNames, displayName }: EntraDevice) =>
    azureResourceId === null &&
    trustType === 'AzureAd' &&
    !(registeredAt !== null && timeOf(registeredAt) < timeOf(createdAt)) &&
    (hostNames ?? [displayName]).some(isSame);
  return devices.find(mayBeOwn) ?? null;
}

function devicesWithIdOf({ id }: Vm, devices: readonly EntraDevice[]): EntraDevice[] {
  return devices.filter(
    ({ azureResourceId }) => azureResourceId !== null && isSameResource(azureResourceId, id),
  );
}

function isLeftover({ registeredAt, lastSignInAt }: EntraDevice, { createdAt }: Vm): boolean {
  if (registeredAt === null || createdAt === null) return false;
  const madeAt = timeOf(createdAt);
  return timeOf(registeredAt) < madeAt && !(timeOf(lastSignInAt) >= madeAt);
}

function timeOf(iso: string | null): number {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? 0 : time;
}
