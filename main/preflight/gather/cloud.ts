import { defineGatherer } from '../gatherer';

export const cloud = defineGatherer({ fact: 'cloud', gather: async ({ cloud: id }) => id });
