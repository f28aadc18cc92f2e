import { askedVm } from '../asked-vm';
import { callersOwn } from '../callers-own';
import { defineGatherer } from '../gatherer';

export const permissions = defineGatherer({
  fact: 'permissions',

  async gather(world) {
    const vmId = askedVm(world);
    callersOwn(world, 'what the account may do on a virtual machine, custom roles included');
    return world.azure.permissions(vmId, world.signal);
  },
});
