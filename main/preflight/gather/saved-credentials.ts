import { defineGatherer } from '../gatherer';

export const savedCredentials = defineGatherer({
  fact: 'savedCredentials',
  gather: async ({ clientPc, signal }) => [...(await clientPc.savedCredentials(signal))],
});
