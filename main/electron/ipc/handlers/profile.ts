import { usedFileSentence } from '../../../../shared/launch/used-file-words';
import { connectCommand } from '../../connect-command';
import type { LastRun } from '../../last-run';
import { createRuns } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function profileHandlers({ live, desktop }: RoomContext, lastRun: LastRun): RoomHandlers<'profile'> {
  const runs = createRuns('Saving the .rdp file');
  return {
    async save({ vmId, route }) {
      const services = await live.current();
      const composed = await runs.during(vmId, (signal) =>
        services.composeProfile({ subject: { vmId }, route, signal }),
      );
      const { profile } = composed;
      const warnings = [...(profile ? [usedFileSentence(profile)] : []), ...composed.warnings];
      const place = await desktop.askWhereToSave(composed.suggestedName);
      if (place === null) return { file: null, warnings };
      const { saveProfile } = await import('../../../rdp-files/save-profile');
      return { file: await saveProfile(place, composed.bytes), warnings };
    },
    async foretell({ vmId, route }) {
      const run = lastRun.of(vmId);
      const services = await live.current();
      return services.foretell(run, { subject: { vmId }, route });
    },
    async command({ vmId, route }) {
      const services = await live.current();
      const state = await services.session.state();
      return { command: connectCommand(vmId, route, state, process.platform) };
    },
  };
}
