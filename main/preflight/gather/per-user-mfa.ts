import { defineGatherer } from '../gatherer';

export const perUserMfa = defineGatherer({
  fact: 'perUserMfa',

  async gather({ account, entra, signal }) {
    const { objectId } = await account(signal);
    return entra.perUserMfa(objectId, signal);
  },
});
