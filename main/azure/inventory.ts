import type { PartialListing, VmSummary } from '../../shared/azure/virtual-machine';
import type { ProfileVms } from './list-vms-for-profiles';

/** The VMs the account can see. */
export interface Inventory {
  /** Pages as they come. @throws AppError when nothing at all could be read. */
  list(
    onPage: (vms: readonly VmSummary[], soFar: number, total: number | null) => void,
    signal: AbortSignal,
  ): Promise<{ asOf: string; total: number; partial: readonly PartialListing[] }>;
  /**
   * A name, a resource id or a portal link to one VM.
   *
   * @throws AppError `not-found`, or `ambiguous` with the candidates in its message.
   */
  find(nameOrIdOrLink: string, signal: AbortSignal): Promise<Pick<VmSummary, 'id' | 'name' | 'tenantId'>>;
  /**
   * Every VM that fits, with what files for many need. Asked of Resource Graph alone.
   *
   * @param condition of Resource Graph's `where`; null for all.
   * @throws AppError `invalid-request` for a condition that is none; otherwise when nothing at all could be read.
   */
  forProfiles(
    condition: string | null,
    onProgress: (soFar: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ProfileVms>;
}
