import type { PreflightRun } from '../../../services';
import type { Runs } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function preflightHandlers({ live, announce }: RoomContext, runs: Runs): RoomHandlers<'preflight'> {
  return {
    async run({ runId, vmId }) {
      const check = async (signal: AbortSignal) => {
        const services = await live.current();
        signal.throwIfAborted();
        return services.preflight({
          subject: { vmId },
          signal,
          withLate: true,
          onProgress: (results, total) => {
            announce.preflight.progress({ runId, results: [...results], total });
          },
        });
      };
      const tellRefined = async ({ refined }: PreflightRun) => {
        const better = await refined;
        if (better) announce.preflight.refined({ runId, report: better.report });
      };
      const { report } = await runs.during(runId, check, tellRefined);
      return report;
    },
    async cancel({ runId }) {
      runs.cancel(runId);
    },
  };
}
