import { AppError } from '../../../shared/errors/app-error';
import { isIpAddress } from '../../../shared/network/host-name';
import { defineGatherer } from '../gatherer';

/** Asked beside the port: it costs no call on the way to what the port says. */
export const nameServerAnswers = defineGatherer({
  fact: 'nameServerAnswers',
  needs: ['target'],

  async gather({ network, signal }, { target: { address } }) {
    if (isIpAddress(address)) {
      return { name: address, asked: [], answers: [], hostsFile: null };
    }
    if (network.askNameServers) return network.askNameServers(address, signal);
    throw new AppError('not-here', 'DNS servers cannot be asked one by one here.');
  },
});
