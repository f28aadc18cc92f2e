import { isLoopback, isSameAddress } from '../../../shared/network/host-name';
import { askedVm } from '../asked-vm';
import { defineGatherer } from '../gatherer';

/**
 * Asked only about answers that are not the VM's own addresses. Who cannot read those sees no other VM's
 * either, so the problem of the interfaces is this fact's too.
 */
export const addressOwners = defineGatherer({
  fact: 'addressOwners',
  needs: ['nameResolutions', 'networkInterfaces'],

  async gather(world, { nameResolutions, networkInterfaces }) {
    const vmId = askedVm(world);
    const own = networkInterfaces.flatMap((nic) => [...nic.privateAddresses, ...nic.publicAddresses]);
    const answers = nameResolutions.flatMap(({ addresses }) => addresses.map(({ address }) => address));
    const foreign = [...new Set(answers)].filter(
      (address) => !isLoopback(address) && !own.some((known) => isSameAddress(known, address)),
    );
    return foreign.length ? world.azure.addressOwners(vmId, foreign, world.signal) : [];
  },
});
