import type { VmId } from '../../shared/azure/virtual-machine';

/** The condition that only this VM fits; null for an id that no resource has and no text of a query could hold. */
export function conditionOfVm(vmId: VmId): string | null {
  return /['\\]/.test(vmId) ? null : `id =~ '${vmId}'`;
}
