import { isIPv6 } from 'node:net';
import { addressIn } from '../../../shared/network/host-name';
import type { NameResolution } from '../../../shared/network/resolution';
import { defineGatherer } from '../gatherer';

/** All candidates at once. An address stands for itself: no resolver is asked. */
export const nameResolutions = defineGatherer({
  fact: 'nameResolutions',
  needs: ['nameCandidates'],

  gather({ network, signal }, { nameCandidates }) {
    return Promise.all(
      nameCandidates.map(async ({ name }): Promise<NameResolution> => {
        const address = addressIn(name);
        if (address === null) return network.resolve(name, signal);
        const family = isIPv6(address) ? 'IPv6' : 'IPv4';
        return { name, addresses: [{ address, family }], error: null };
      }),
    );
  },
});
