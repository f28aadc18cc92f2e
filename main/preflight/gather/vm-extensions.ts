import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const vmExtensions = defineGatherer({
  fact: 'vmExtensions',
  gather: async (world) => world.azure.vmExtensions(askedVm(world), world.signal),
});
