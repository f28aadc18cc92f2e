import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const vmDevices = defineGatherer({
  fact: 'vmDevices',
  gather: async (world) => world.entra.devicesOfVm(askedVm(world), world.signal),
});
