import type { LastListHead } from '../../shared/azure/last-list';
import { isSameResource } from '../../shared/azure/same-resource';
import type { VmId, VmSummary } from '../../shared/azure/virtual-machine';
import { carriesName, onlyOne } from '../azure/find-vm';
import type { LastLists, ListOwner } from './last-lists';

/** A VM as the last list has it. */
export interface LastSeen {
  readonly vm: VmSummary;
  readonly asOf: string;
}

/** The last list of whoever is signed in. It is read off the disk when it is asked for, and nobody else is asked. */
export interface LastList {
  /** What it is; null where there is none. @throws AppError `unreadable`. */
  head(signal: AbortSignal): Promise<LastListHead | null>;
  /** Its rows count once this returns. @throws AppError `unreadable`, `cancelled`. */
  read(onVms: (vms: readonly VmSummary[]) => void, signal: AbortSignal): Promise<LastListHead | null>;
  /** The VM of an id. */
  of(vmId: VmId, signal: AbortSignal): Promise<LastSeen | null>;
  /** The VM of a name. @throws AppError `ambiguous`. */
  called(name: string, signal: AbortSignal): Promise<LastSeen | null>;
}

/** @param owner null where nobody is signed in. */
export function lastListOf(
  lists: LastLists,
  owner: (signal: AbortSignal) => Promise<ListOwner | null>,
): LastList {
  async function those(fits: (vm: VmSummary) => boolean, signal: AbortSignal) {
    const vms: VmSummary[] = [];
    const keepFitting = (some: readonly VmSummary[]) => void vms.push(...some.filter(fits));
    const head = await lists.read(await owner(signal), keepFitting, signal);
    return head === null ? null : { asOf: head.asOf, vms };
  }
  return {
    head: async (signal) => lists.head(await owner(signal)),
    read: async (onVms, signal) => lists.read(await owner(signal), onVms, signal),
    async of(vmId, signal) {
      const found = await those(({ id }) => isSameResource(id, vmId), signal);
      const vm = found?.vms[0];
      return found && vm ? { vm, asOf: found.asOf } : null;
    },
    async called(name, signal) {
      const found = await those((vm) => carriesName(vm, name), signal);
      const only = found && onlyOne(name, found.vms);
      const vm = found?.vms.find(({ id }) => id === only?.id);
      return found && vm ? { vm, asOf: found.asOf } : null;
    },
  };
}
