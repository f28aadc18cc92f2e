import { defineGatherer } from '../gatherer';

export const passwordSignIn = defineGatherer({
  fact: 'passwordSignIn',
  gather: ({ passwordSignIn: lastSignIn }) => lastSignIn(),
});
