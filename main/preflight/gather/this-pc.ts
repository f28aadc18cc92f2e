import { defineGatherer } from '../gatherer';

export const thisPc = defineGatherer({
  fact: 'thisPc',
  gather: ({ clientPc, signal }) => clientPc.describe(signal),
});
