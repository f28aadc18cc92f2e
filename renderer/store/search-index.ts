import type { VmSummary } from '../../shared/azure/virtual-machine';

export type SortKey = 'name' | 'power' | 'location';

/** One VM with what filtering and sorting compare, worked out once. */
export interface IndexedVm {
  readonly vm: VmSummary;
  /** Lower-cased: everything a person may type to find it. */
  readonly text: string;
  /** How long the two names are that stand first in the text: tells most rows apart without reading them. */
  readonly computerNameLength: number;
  readonly nameLength: number;
  readonly keys: Readonly<Record<SortKey, string>>;
}

/** What is called first: the name Windows goes by, else the name of the resource. */
export function callNameOf({ computerName, name }: Pick<VmSummary, 'computerName' | 'name'>): string {
  return computerName ?? name;
}

export function indexVm(vm: VmSummary): IndexedVm {
  const name = naturalKey(callNameOf(vm));
  return {
    vm,
    text: searchTextOf(vm),
    computerNameLength: vm.computerName?.toLowerCase().length ?? 0,
    nameLength: vm.name.toLowerCase().length,
    keys: {
      name,
      power: `${vm.powerState ?? '~'} ${name}`,
      location: `${vm.location} ${name}`,
    },
  };
}

function searchTextOf(vm: VmSummary): string {
  const parts = [
    vm.computerName,
    vm.name,
    vm.resourceGroup,
    vm.location,
    vm.os,
    vm.powerState,
    vm.subscriptionName,
    ...(vm.privateIps ?? []),
    ...(vm.publicIps ?? []),
  ];
  return parts.join('\n').toLowerCase();
}

/** `web-2` before `web-10`: runs of digits are padded, so that plain comparison sorts them as numbers. */
export function naturalKey(name: string): string {
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

export function sortVms(vms: readonly IndexedVm[], by: SortKey): IndexedVm[] {
  return vms.toSorted((a, b) => (a.keys[by] < b.keys[by] ? -1 : a.keys[by] > b.keys[by] ? 1 : 0));
}

/** VMs that hold every word of the filter. */
export function filterVms(vms: readonly IndexedVm[], filter: string): readonly IndexedVm[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const [only] = words;
  if (only === undefined) return vms;
  if (words.length === 1) return vms.filter(({ text }) => text.includes(only));
  return vms.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** Whom the filter calls by name comes first: Enter opens the first row. */
export function calledFirst(vms: readonly IndexedVm[], filter: string): readonly IndexedVm[] {
  const name = filter.trim().toLowerCase();
  const { length } = name;
  // The two names stand first in the text, a line each.
  const isCalled = ({ text, computerNameLength, nameLength }: IndexedVm): boolean =>
    (computerNameLength === length && text.startsWith(name)) ||
    (nameLength === length && text.startsWith(name, computerNameLength + 1));
  const called = length === 0 ? [] : vms.filter(isCalled);
  return called.length === 0 ? vms : [...called, ...vms.filter((row) => !called.includes(row))];
}
