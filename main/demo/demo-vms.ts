import type { DemoNic, DemoVm } from './complete-vm';
import type { DemoState } from './demo-state';

const sortedIds = new WeakMap<DemoState, readonly string[]>();

/** Ids of every VM, described and made up, in the order Resource Graph gives them. */
export function vmIds(state: DemoState): readonly string[] {
  const known = sortedIds.get(state);
  if (known) return known;
  const ids = [...state.vms.values()].map(({ id }) => id);
  for (let index = 0; index < state.scaled.count; index += 1) ids.push(state.scaled.idAt(index));
  ids.sort((a, b) => (a < b ? -1 : 1));
  sortedIds.set(state, ids);
  return ids;
}

export function findVm(state: DemoState, id: string): DemoVm | null {
  return state.vms.get(id.toLowerCase()) ?? state.scaled.find(id);
}

/** The VM as it is kept, so that what is changed about it stays changed. */
export function keepVm(state: DemoState, id: string): DemoVm | null {
  const vm = findVm(state, id);
  if (vm) state.vms.set(vm.id.toLowerCase(), vm);
  return vm;
}

export interface FoundNic {
  readonly vm: DemoVm;
  readonly nic: DemoNic;
}

/** A network interface by its id. */
export function findNic(state: DemoState, id: string): FoundNic | null {
  for (const vm of state.vms.values()) {
    const nic = vm.interfaces.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (nic) return { vm, nic };
  }
  const vm = findVm(state, vmIdOfMadeUp(id, 'networkInterfaces', '-nic'));
  const nic = vm?.interfaces[0];
  return vm && nic ? { vm, nic } : null;
}

/** A public address by its id. */
export function findPublicAddress(state: DemoState, id: string): FoundNic | null {
  for (const vm of state.vms.values()) {
    const nic = vm.interfaces.find((one) => one.publicAddressId?.toLowerCase() === id.toLowerCase());
    if (nic) return { vm, nic };
  }
  return null;
}

function vmIdOfMadeUp(id: string, type: string, suffix: string): string {
  const pattern = new RegExp(`/microsoft\\.network/${type}/([^/]+)${suffix}$`, 'i');
  return id.replace(pattern, '/Microsoft.Compute/virtualMachines/$1');
}
