import { nearNames } from '../../azure/near-names';
import { partsOfVmId } from '../../azure/vm-id-parts';
import { isVmName, vmIdIn } from '../../azure/vm-reference';
import { shown } from '../../rdp/shown';
import type { ListedVm } from './listed-vm';

export type VmFound =
  | { readonly vm: ListedVm; readonly problem: null }
  | { readonly vm: null; readonly problem: string };

export interface VmIndex {
  /** A name, a computer name, a resource id or a portal link. */
  find(text: string): VmFound;
}

/** So many names are compared for the nearest in one list; later ones are told without. */
const comparisonsWorthIt = 5_000_000;
const candidatesShown = 5;

/**
 * Looks VMs up in one list of them all.
 *
 * @param notRead what the list does not hold, as a sentence to add where a VM is not found.
 */
export function createVmIndex(vms: readonly ListedVm[], notRead: string | null): VmIndex {
  const byId = new Map(vms.map((vm) => [vm.id.toLowerCase(), vm]));
  const byName = grouped(vms, ({ name }) => name);
  const byComputerName = grouped(vms, ({ computerName }) => computerName);
  // In the spelling of the list, each once whatever its letter case.
  const names = [
    ...new Map(
      vms
        .flatMap(({ computerName, name }) => [...(computerName === null ? [] : [computerName]), name])
        .map((name) => [name.toLowerCase(), name]),
    ).values(),
  ];
  const answers = new Map<string, VmFound>();
  let comparisonsLeft = comparisonsWorthIt;

  const look = (text: string): VmFound => {
    if (text === '') return problem('No VM is named in this line.');
    const id = vmIdIn(text);
    if (id !== null) {
      const vm = byId.get(id.toLowerCase());
      return vm ? { vm, problem: null } : problem(unknownId(partsOfVmId(id).name));
    }
    if (!isVmName(text)) {
      return problem(
        `${shown(text)} is neither the name of a virtual machine, nor its resource id, nor a link to it in the portal.`,
      );
    }
    const wanted = text.toLowerCase();
    // A VM's own name counts for more than another's computer name.
    const fitting = byName.get(wanted) ?? byComputerName.get(wanted) ?? [];
    const [only, ...others] = fitting;
    if (!only) return problem(unknownName(text));
    return others.length === 0 ? { vm: only, problem: null } : problem(ambiguous(text, fitting));
  };

  function unknownName(text: string): string {
    comparisonsLeft -= names.length;
    const near = comparisonsLeft > 0 ? nearNames(text, names, 3) : [];
    const suggestion = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
    return `No virtual machine is called ${text} among the ${counted(vms.length)} your account sees.${suggestion}${also(notRead)}`;
  }

  function unknownId(name: string): string {
    return `${name} is not among the ${counted(vms.length)} your account sees: it does not exist, or you may not read it.${also(notRead)}`;
  }

  return {
    find(text) {
      const known = answers.get(text);
      if (known) return known;
      const found = look(text);
      answers.set(text, found);
      return found;
    },
  };
}

function grouped(
  vms: readonly ListedVm[],
  nameOf: (vm: ListedVm) => string | null,
): ReadonlyMap<string, readonly ListedVm[]> {
  const groups = new Map<string, ListedVm[]>();
  for (const vm of vms) {
    const name = nameOf(vm)?.toLowerCase();
    if (name === undefined) continue;
    const same = groups.get(name);
    if (same) same.push(vm);
    else groups.set(name, [vm]);
  }
  return groups;
}

function ambiguous(text: string, vms: readonly ListedVm[]): string {
  const shownIds = vms.slice(0, candidatesShown).map(({ id }) => id);
  const more = vms.length > shownIds.length ? `, and ${vms.length - shownIds.length} more` : '';
  return `${vms.length} virtual machines are called ${text}. Write the resource id of the one you mean: ${shownIds.join(', ')}${more}.`;
}

function counted(count: number): string {
  return count === 1 ? '1 virtual machine' : `${count} virtual machines`;
}

function also(sentence: string | null): string {
  return sentence === null ? '' : ` ${sentence}`;
}

function problem(text: string): VmFound {
  return { vm: null, problem: text };
}
