import { defineGatherer } from '../gatherer';

export const outboundAccess = defineGatherer({
  fact: 'outboundAccess',
  needs: ['networkInterfaces'],
  gather: ({ azure, signal }, { networkInterfaces }) => azure.outboundAccess(networkInterfaces, signal),
});
