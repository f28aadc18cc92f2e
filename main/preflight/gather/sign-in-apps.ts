import { defineGatherer } from '../gatherer';

export const signInApps = defineGatherer({
  fact: 'signInApps',

  async gather({ account, entra, signal }) {
    const { objectId } = await account(signal);
    return entra.signInApps(objectId, signal);
  },
});
