import { askedVm } from '../asked-vm';
import { callersOwn } from '../callers-own';
import { defineGatherer } from '../gatherer';

export const roleEligibilities = defineGatherer({
  fact: 'roleEligibilities',

  async gather(world) {
    const vmId = askedVm(world);
    callersOwn(world, 'which roles an account could activate');
    return world.azure.roleEligibilities(vmId, world.signal);
  },
});
