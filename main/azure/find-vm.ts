import { nearNames } from '../../shared/azure/near-names';
import type { VmId, VmSummary } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { isVmName, vmIdIn } from '../../shared/azure/vm-reference';
import { AppError } from '../../shared/errors/app-error';
import type { Arm } from './arm';
import { vmNamedQuery } from './queries';
import { queryRows } from './resource-graph';
import { createSummaries } from './vm-summaries';

export interface FoundVm {
  readonly id: VmId;
  readonly name: string;
  /** Null where no answer of Azure told it: an id does not say its tenant. */
  readonly tenantId: string | null;
}

/** The VM that an id or a link names, with nothing asked of Azure; null for a name. */
export function vmReferredTo(text: string): FoundVm | null {
  const id = vmIdIn(text);
  if (id !== null) return { id, name: partsOfVmId(id).name, tenantId: null };
  if (isVmName(text)) return null;
  throw new AppError(
    'invalid-request',
    `"${text}" is neither the name of a virtual machine, nor its resource id, nor a link to it in the portal.`,
  );
}

/** The VMs of one tenant that carry a name, in one request. */
export async function readVmsNamed(arm: Arm, name: string, signal: AbortSignal): Promise<VmSummary[]> {
  const asked = {
    purpose: `looking for the virtual machine ${name}`,
    right: 'Reader on the subscriptions',
    signal,
  };
  const rows = await queryRows(arm, asked, vmNamedQuery(name));
  return createSummaries(() => null)(rows).filter((vm) => carriesName(vm, name));
}

export function carriesName(vm: Pick<VmSummary, 'name' | 'computerName'>, name: string): boolean {
  return [vm.name, vm.computerName].some((own) => own?.toLowerCase() === name.toLowerCase());
}

/** The only one that fits. A VM's own name counts for more than another's computer name. */
export function onlyOne(name: string, vms: readonly VmSummary[]): FoundVm | null {
  const byResourceName = vms.filter((vm) => vm.name.toLowerCase() === name.toLowerCase());
  const fitting = byResourceName.length > 0 ? byResourceName : vms;
  const [only, ...others] = fitting;
  if (only === undefined) return null;
  if (others.length === 0) return { id: only.id, name: only.name, tenantId: only.tenantId };
  throw new AppError(
    'ambiguous',
    [
      `${fitting.length} virtual machines are called ${name}. Give the resource id of the one you mean:`,
      ...fitting.map(candidateLine),
    ].join('\n'),
  );
}

function candidateLine(vm: VmSummary): string {
  const subscription = vm.subscriptionName ?? vm.subscriptionId;
  return `  ${vm.id}  (resource group ${vm.resourceGroup}, subscription ${subscription})`;
}

/** Says where was looked, and what comes near. */
export function notFound(name: string, vms: readonly VmSummary[], tenants: readonly string[]): AppError {
  const names = vms.flatMap((vm) => [vm.name, ...(vm.computerName === null ? [] : [vm.computerName])]);
  const near = nearNames(name, names);
  const count = vms.length === 1 ? '1 virtual machine' : `${vms.length} virtual machines`;
  const suggestion = near.length ? ` Did you mean ${near.join(' or ')}?` : '';
  return new AppError(
    'not-found',
    `No virtual machine is called ${name} among the ${count} your account sees in ${tenants.join(', ')}.${suggestion} A machine made in the last minutes may not be listed yet: give its resource id.`,
    { help: 'azure-read-access' },
  );
}
