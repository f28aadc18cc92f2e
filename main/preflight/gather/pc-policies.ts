import { defineGatherer } from '../gatherer';

export const pcPolicies = defineGatherer({
  fact: 'pcPolicies',
  gather: ({ clientPc, signal }) => clientPc.policies(signal),
});
