import { isAppError } from '../../../shared/errors/app-error';
import { defineGatherer } from '../gatherer';

/** Who is asked about; for the signed-in person Graph adds whether as a guest, where it may be read. */
export const account = defineGatherer({
  fact: 'account',

  async gather({ question, account: asked, entra, signal }) {
    if (question.forUsername !== null) return { userType: null, ...(await asked(signal)) };
    const [known, me] = await Promise.all([
      asked(signal),
      entra.me(signal).catch((error: unknown) => {
        if (isAppError(error)) return null;
        throw error;
      }),
    ]);
    return {
      ...known,
      displayName: me?.displayName ?? known.displayName,
      userType: me?.userType ?? null,
    };
  },
});
