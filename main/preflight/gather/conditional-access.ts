import { signInApps } from '../../../shared/entra/policy';
import { defineGatherer } from '../gatherer';

export const conditionalAccess = defineGatherer({
  fact: 'conditionalAccess',

  async gather({ account, entra, signal }) {
    const { objectId } = await account(signal);
    const appIds = Object.values(signInApps).map(({ appId }) => appId);
    return entra.conditionalAccess(objectId, appIds, signal);
  },
});
