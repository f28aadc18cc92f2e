import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const permissions = defineGatherer({
  fact: 'permissions',
  gather: async (world) => world.azure.permissions(askedVm(world), world.signal),
});
