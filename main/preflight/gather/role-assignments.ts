import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const roleAssignments = defineGatherer({
  fact: 'roleAssignments',

  async gather(world) {
    const vmId = askedVm(world);
    const { objectId } = await world.account(world.signal);
    return world.azure.roleAssignments(vmId, objectId, world.signal);
  },
});
