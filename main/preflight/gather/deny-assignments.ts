import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const denyAssignments = defineGatherer({
  fact: 'denyAssignments',

  async gather(world) {
    const vmId = askedVm(world);
    const { objectId } = await world.account(world.signal);
    return world.azure.denyAssignments(vmId, objectId, world.signal);
  },
});
