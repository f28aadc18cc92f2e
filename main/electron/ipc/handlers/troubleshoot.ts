import type { RoomHandlers } from '../room-context';

export function troubleshootHandlers(): RoomHandlers<'troubleshoot'> {
  return {
    async explain({ query }) {
      const { explain } = await import('../../../../shared/troubleshoot/match');
      return [...explain(query)];
    },
  };
}
