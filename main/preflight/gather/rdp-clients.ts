import { defineGatherer } from '../gatherer';

export const rdpClients = defineGatherer({
  fact: 'rdpClients',
  gather: async ({ clientPc, signal }) => [...(await clientPc.rdpClients(signal))],
});
