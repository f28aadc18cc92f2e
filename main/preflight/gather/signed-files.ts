import { defineGatherer } from '../gatherer';

export const signedFiles = defineGatherer({
  fact: 'signedFiles',
  needs: ['target'],
  wants: ['vm', 'account', 'nameCandidates', 'nameResolutions', 'pcPolicies'],
  gather: ({ signedFiles: lookFor }, known) => lookFor(known),
});
