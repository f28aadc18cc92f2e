import type { Runs } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function preflightHandlers({ live, announce }: RoomContext, runs: Runs): RoomHandlers<'preflight'> {
  return {
    async run({ runId, vmId }) {
      return runs.during(runId, async (signal) => {
        const services = await live.current();
        signal.throwIfAborted();
        const { report } = await services.preflight({
          subject: { vmId },
          signal,
          onProgress: (results, total) => {
            announce.preflight.progress({ runId, results: [...results], total });
          },
        });
        return report;
      });
    },
    async cancel({ runId }) {
      runs.cancel(runId);
    },
  };
}
