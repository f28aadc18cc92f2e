import type { VmSummary } from '../../shared/azure/virtual-machine';

export type SortKey = 'name' | 'power' | 'location';

/** One VM with what filtering and sorting compare, worked out once. All of it is lower-cased. */
export interface IndexedVm {
  readonly vm: VmSummary;
  /** Its own: a line for each of its two names, then its addresses. */
  readonly text: string;
  /** What it has in common with many others. */
  readonly kind: string;
  readonly keys: Readonly<Record<SortKey, string>>;
}

/** What is called first: the name Windows goes by, else the name of the resource. */
export function callNameOf({ computerName, name }: Pick<VmSummary, 'computerName' | 'name'>): string {
  return computerName ?? name;
}

export function indexVm(vm: VmSummary): IndexedVm {
  const name = naturalKey(callNameOf(vm));
  const addresses = [...(vm.privateIps ?? []), ...(vm.publicIps ?? [])].join(' ');
  const shared = [vm.resourceGroup, vm.location, vm.os, vm.powerState, vm.subscriptionName];
  return {
    vm,
    text: `\n${vm.computerName ?? ''}\n${vm.name}\n ${addresses} `.toLowerCase(),
    kind: shared.join('\n').toLowerCase(),
    keys: {
      name,
      power: `${vm.powerState ?? '~'} ${name}`,
      location: `${vm.location} ${name}`,
    },
  };
}

/** `web-2` before `web-10`: runs of digits are padded, so that plain comparison sorts them as numbers. */
export function naturalKey(name: string): string {
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

export function sortVms(vms: readonly IndexedVm[], by: SortKey): IndexedVm[] {
  return vms.toSorted((a, b) => (a.keys[by] < b.keys[by] ? -1 : a.keys[by] > b.keys[by] ? 1 : 0));
}
