import { defineGatherer } from '../gatherer';

export const pcJoin = defineGatherer({
  fact: 'pcJoin',
  gather: ({ clientPc, signal }) => clientPc.join(signal),
});
