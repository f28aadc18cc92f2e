import { isAppError } from '../../../../shared/errors/app-error';
import { createRuns } from '../../runs';
import type { RoomContext, RoomHandlers } from '../room-context';

export function thisPcHandlers({ live }: RoomContext): RoomHandlers<'thisPc'> {
  const runs = createRuns('Reading this PC');
  return {
    async describe() {
      const { clientPc } = await live.current();
      return runs.during('this-pc', async (signal) => {
        const [pc, join, policies, clients] = await Promise.all([
          orProblem(clientPc.describe(signal)),
          orProblem(clientPc.join(signal)),
          orProblem(clientPc.policies(signal)),
          orProblem(clientPc.rdpClients(signal).then((found) => [...found])),
        ]);
        return { pc, join, policies, clients };
      });
    },
  };
}

/** A part that cannot be read says why, and leaves the others standing. */
async function orProblem<Part>(asked: Promise<Part>): Promise<Part | { problem: string }> {
  try {
    return await asked;
  } catch (error) {
    if (isAppError(error)) return { problem: error.message };
    throw error;
  }
}
