import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const bastions = defineGatherer({
  fact: 'bastions',

  async gather(world) {
    askedVm(world);
    return world.azure.bastions(world.signal);
  },
});
