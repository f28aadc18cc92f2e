import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const vm = defineGatherer({
  fact: 'vm',
  gather: async (world) => world.azure.virtualMachine(askedVm(world), world.signal),
});
