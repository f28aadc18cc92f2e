import type { PreflightRun } from '../../../services';
import type { LastRun } from '../../last-run';
import type { Runs } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function preflightHandlers(
  { live, announce }: RoomContext,
  runs: Runs,
  lastRun: LastRun,
): RoomHandlers<'preflight'> {
  return {
    async run({ runId, vmId }) {
      const check = async (signal: AbortSignal) => {
        const services = await live.current();
        signal.throwIfAborted();
        const run = await services.preflight({
          subject: { vmId },
          signal,
          withLate: true,
          onProgress: (results, total) => {
            announce.preflight.progress({ runId, results: [...results], total });
          },
        });
        lastRun.keep(vmId, run);
        return run;
      };
      const tellRefined = async (run: PreflightRun) => {
        const better = await run.refined;
        if (!better) return;
        lastRun.refine(run, better);
        announce.preflight.refined({ runId, report: better.report });
      };
      const { report } = await runs.during(runId, check, tellRefined);
      return report;
    },
    async cancel({ runId }) {
      runs.cancel(runId);
    },
  };
}
