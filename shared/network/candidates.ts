import type { NetworkInterface, VirtualMachine } from '../azure/virtual-machine';
import { type EntraDevice, knownNamesOf } from '../entra/device';
import { isHostName, isSameHost, isShortName, shortNameOf } from './host-name';
import type { NameCandidate, RememberedName } from './resolution';

export interface NameSources {
  readonly vm: VirtualMachine | null;
  /** Null when Entra ID has no device for the VM; undefined when it was not read. */
  readonly vmDevice: EntraDevice | null | undefined;
  /** A host name named in place of a VM. */
  readonly hostName: string | null;
  /** A name or address the person insists on. */
  readonly insisted: string | null;
  /** Where the VM could not be read. */
  readonly remembered?: readonly RememberedName[];
  readonly networkInterfaces?: readonly NetworkInterface[] | undefined;
}

/**
 * Every name the client could be given, the likeliest first and each once. The VM's resource name is not
 * among them: Windows never hears of it.
 */
export function nameCandidates(sources: NameSources): NameCandidate[] {
  const { vm, vmDevice, hostName, insisted, remembered = [], networkInterfaces = [] } = sources;
  const computerName = vm?.computerName ?? null;
  const suffixes = networkInterfaces.flatMap(({ dnsSuffix }) => dnsSuffix ?? []);
  const named: readonly (readonly [string | null | undefined, NameCandidate['source']])[] = [
    [insisted, 'given'],
    [hostName, 'given'],
    [computerName, 'computer-name'],
    [vm?.instanceView?.computerName, 'instance-view'],
    ...remembered.map(({ name, source }) => [name, source] as const),
    ...(vmDevice ? knownNamesOf(vmDevice) : []).map((name) => [name, 'device'] as const),
    ...suffixes.map((suffix) => [computerName && `${computerName}.${suffix}`, 'computer-name'] as const),
    ...networkInterfaces
      .flatMap(({ publicNames }) => publicNames)
      .map((name) => [name, 'public-name'] as const),
  ];
  return named
    .flatMap(([name, source]) => (name && (source === 'given' || isHostName(name)) ? [{ name, source }] : []))
    .filter(({ name }, index, all) => all.findIndex((other) => isSameHost(other.name, name)) === index)
    .map(({ name, source }) => ({ name, source, isRegistered: isRegistered(name, vmDevice) }));
}

/**
 * Whether Entra ID knows the VM by a name; null when that cannot be told.
 *
 * Without the device's host names (Graph gives them in beta only) its display name stands for the short
 * one, and nothing is known of longer ones.
 */
export function isRegistered(name: string, device: EntraDevice | null | undefined): boolean | null {
  if (device === undefined) return null;
  if (device === null) return false;
  if (knownNamesOf(device).some((known) => isSameHost(known, name))) return true;
  const mayBeUnreadFqdn = !isShortName(name) && isSameHost(shortNameOf(name), device.displayName);
  return device.hostNames === null && mayBeUnreadFqdn ? null : false;
}
