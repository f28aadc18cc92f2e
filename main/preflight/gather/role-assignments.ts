import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const roleAssignments = defineGatherer({
  fact: 'roleAssignments',

  async gather(world) {
    const vmId = askedVm(world);
    const { objectId } = await world.account(world.signal);
    const isCaller = world.question.forUsername === null;
    return world.azure.roleAssignments(vmId, { objectId, isCaller }, world.signal);
  },
});
