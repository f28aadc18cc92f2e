import type { VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import type { PreflightRun } from '../services';

type Judged = Pick<PreflightRun, 'report' | 'gathered'>;

/** The last pre-flight of the window, for what follows from it without asking Azure again. */
export interface LastRun {
  keep(vmId: VmId, run: Judged): void;
  /** Late facts made a run better: it takes that one's place, where no other was kept since. */
  refine(run: Judged, better: Judged): void;
  /** @throws AppError `not-asked` where another VM was looked at since. */
  of(vmId: VmId): Judged;
  forget(): void;
}

export function createLastRun(): LastRun {
  let last: { readonly vmId: VmId; readonly run: Judged } | null = null;
  return {
    keep(vmId, run) {
      last = { vmId, run };
    },
    refine(run, better) {
      if (last?.run === run) last = { vmId: last.vmId, run: better };
    },
    of(vmId) {
      if (last?.vmId === vmId) return last.run;
      throw new AppError('not-asked', 'This VM was not looked at last. Check it again (F5).');
    },
    forget() {
      last = null;
    },
  };
}
