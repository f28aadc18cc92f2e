import { partsOfVmId } from '../../../shared/azure/vm-id-parts';
import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

export const subscription = defineGatherer({
  fact: 'subscription',
  gather: async (world) => world.azure.subscription(partsOfVmId(askedVm(world)).subscriptionId, world.signal),
});
