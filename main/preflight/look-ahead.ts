import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { AddressOwner, NameResolution } from '../../shared/network/resolution';
import type { World } from './gatherer';

/** Windows' own limit: Azure cuts a longer resource name when it names the computer after it. */
const longestComputerName = 15;

/**
 * A world in which one guess is already being looked into: that the computer is called as its VM is, which is what
 * Azure proposes. Where that holds, the name's addresses and who else owns them are known as soon as the VM and its
 * interfaces are, and a name that answers with an address of nobody's (NAT, a load balancer) costs no call more than
 * any other. Where it does not, one DNS query and at most one of Resource Graph were asked for nothing.
 */
export function lookingAhead(world: World): World {
  const { azure, network, question, signal } = world;
  if (question.vmId === null || question.address !== null) return world;

  const guess = partsOfVmId(question.vmId).name.slice(0, longestComputerName);
  const resolution = network.resolve(guess, signal);
  const owners = resolution.then(async ({ addresses }): Promise<Ahead> => {
    const plain = addresses.map(({ address }) => address);
    if (!plain.length) return { addresses: plain, owners: [] };
    return { addresses: plain, owners: await azure.addressOwners(question.vmId, plain, signal) };
  });
  // Whoever needs them hears of their failure; a guess that nobody needs may fail.
  resolution.catch(() => undefined);
  owners.catch(() => undefined);

  return {
    ...world,
    network: {
      ...network,
      resolve: (name, by) => (isGuess(name, guess) ? named(name, resolution) : network.resolve(name, by)),
    },
    azure: {
      ...azure,
      async addressOwners(vmId, addresses, by) {
        const ahead = await owners;
        const known = ahead.owners.filter(({ address }) => addresses.includes(address));
        const open = addresses.filter((address) => !ahead.addresses.includes(address));
        return open.length ? [...known, ...(await azure.addressOwners(vmId, open, by))] : known;
      },
    },
  };
}

interface Ahead {
  readonly addresses: readonly string[];
  readonly owners: readonly AddressOwner[];
}

function isGuess(name: string, guess: string): boolean {
  return name.toLowerCase() === guess.toLowerCase();
}

async function named(name: string, resolution: Promise<NameResolution>): Promise<NameResolution> {
  return { ...(await resolution), name };
}
