import { isAppError } from '../../../shared/errors/app-error';
import type { Command } from '../command';
import { thisPcText } from '../text/this-pc-text';

export const thisPc: Command = {
  name: 'this-pc',
  summary: 'everything known about this PC that decides how it can sign in',

  async run({ output, signal, services }) {
    const { clientPc } = await services();
    const [pc, join, policies, clients] = await Promise.all([
      clientPc.describe(signal),
      whereThereIsOne(clientPc.join(signal)),
      whereThereIsOne(clientPc.policies(signal)),
      clientPc.rdpClients(signal),
    ]);
    const joined =
      join &&
      (join.isEntraJoined ? 'entra-joined' : join.isEntraRegistered ? 'entra-registered' : 'not-joined');
    const { os, build, revision } = pc;
    output.answer(
      { ...pc, os, build, revision, joined, tenantId: join?.tenantId ?? null, join, clients, policies },
      () => thisPcText({ pc, join, policies, clients }),
    );
    return 0;
  },
};

// Join state and policies are Windows': elsewhere their absence is the answer.
async function whereThereIsOne<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isAppError(error) && (error.code === 'not-here' || error.code === 'unreadable')) return null;
    throw error;
  }
}
