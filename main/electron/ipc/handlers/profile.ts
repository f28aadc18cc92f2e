import { connectCommand } from '../../connect-command';
import { createRuns } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function profileHandlers({ live, desktop }: RoomContext): RoomHandlers<'profile'> {
  const runs = createRuns('Saving the .rdp file');
  return {
    async save({ vmId, route }) {
      const services = await live.current();
      const composed = await runs.during(vmId, (signal) =>
        services.composeProfile({ subject: { vmId }, route, signal }),
      );
      const warnings = [...composed.warnings];
      const place = await desktop.askWhereToSave(composed.suggestedName);
      if (place === null) return { file: null, warnings };
      const { saveProfile } = await import('../../../rdp-files/save-profile');
      return { file: await saveProfile(place, composed.bytes), warnings };
    },
    async command({ vmId, route }) {
      const services = await live.current();
      const state = await services.session.state();
      return { command: connectCommand(vmId, route, state, process.platform) };
    },
  };
}
