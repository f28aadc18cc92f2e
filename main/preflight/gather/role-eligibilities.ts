import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const roleEligibilities = defineGatherer({
  fact: 'roleEligibilities',
  gather: async (world) => world.azure.roleEligibilities(askedVm(world), world.signal),
});
