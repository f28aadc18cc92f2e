import type { PowerState } from '../../../shared/azure/virtual-machine';
import { addressIn, isLoopback, isSameAddress, isSameHost } from '../../../shared/network/host-name';
import type { RdpProbe, Target } from '../../../shared/network/resolution';
import type { Facts } from '../../../shared/preflight/fact';
import { probeRdp } from '../../network/probe-rdp';
import { defineGatherer } from '../gatherer';

/** No name has more addresses worth trying than one of each family and a spare. */
const mostAddresses = 3;

export const rdpProbe = defineGatherer({
  fact: 'rdpProbe',
  needs: ['target', 'nameResolutions'],
  wants: ['vm', 'addressOwners'],

  async gather({ network, signal }, { target, nameResolutions, vm, addressOwners = [] }) {
    const state = vm?.instanceView?.powerState ?? null;
    if (vm && state !== null && silentStates.includes(state)) {
      return notProbed(`${vm.name} is ${state}, so nothing would answer.`);
    }
    const addresses = addressesOf(target, nameResolutions);
    if (!addresses.length) return notProbed(`${target.address} has no address on this PC.`);

    const strangers = addresses.map((address) => strangerAt(address, addressOwners));
    const [stranger] = strangers.filter((found) => found !== null);
    const ours = addresses.filter((_, index) => strangers[index] === null);
    if (!ours.length) return notProbed(stranger ?? '');

    const probes = await Promise.all(
      ours.slice(0, mostAddresses).map((address) => probeRdp(network, address, target.port, signal)),
    );
    return tellingMost(probes);
  },
});

/** A starting VM may answer in time; one in these states cannot. */
const silentStates: readonly PowerState[] = [
  'stopping',
  'stopped',
  'deallocating',
  'deallocated',
  'hibernated',
];

function notProbed(because: string): RdpProbe {
  return { outcome: 'not-probed', because };
}

/** The target's addresses, else those of the way round that the password route would take. */
function addressesOf(
  { address, resolves, passwordFallback }: Target,
  resolutions: Facts['nameResolutions'],
): string[] {
  const name = resolves ? address : (passwordFallback ?? address);
  const plain = addressIn(name);
  if (plain !== null) return [plain];
  const resolution = resolutions.find((candidate) => isSameHost(candidate.name, name));
  return resolution?.addresses.map((found) => found.address) ?? [];
}

function strangerAt(address: string, owners: Facts['addressOwners']): string | null {
  if (isLoopback(address)) return `${address} is this PC itself.`;
  const owner = owners.find((candidate) => isSameAddress(candidate.address, address));
  return owner ? `${address} belongs to another virtual machine, ${owner.vmName}.` : null;
}

/** Of several addresses the one that tells most: a client goes on to the next where one does not answer. */
function tellingMost(probes: readonly RdpProbe[]): RdpProbe {
  const order: readonly RdpProbe['outcome'][] = ['rdp', 'not-rdp', 'closed', 'filtered', 'unreachable'];
  const [best] = probes.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return best ?? notProbed('There is no address to try.');
}
