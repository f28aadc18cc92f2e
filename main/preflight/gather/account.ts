import { isAppError } from '../../../shared/errors/app-error';
import { defineGatherer } from '../gatherer';

/** Who the token says is signed in; Graph adds whether as a guest, where it may be read. */
export const account = defineGatherer({
  fact: 'account',

  async gather({ account: signedIn, entra, signal }) {
    const [known, me] = await Promise.all([
      signedIn(signal),
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
