import { addressIn, isLoopback, isSameAddress, isSameHost } from '../../network/host-name';
import type { AddressOwner, NameResolution, Target } from '../../network/resolution';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { unknownFor } from '../gaps';
import { fail, pass, type Remedy, remedy, skip, type Verdict, warn } from '../verdict';

export const targetResolvesToTheVm = defineCheck({
  id: 'target-resolves-to-the-vm',
  title: 'The name leads to this VM and no other computer',
  routes: ['web-account', 'password'],
  source: connectionSources.webAccount,
  needs: ['target', 'nameResolutions'],
  wants: ['networkInterfaces', 'addressOwners'],
  dependsOn: ['target-name-resolves'],

  judge({ target, nameResolutions, networkInterfaces, addressOwners = [] }, _, gathered) {
    const addresses = addressesOf(target, nameResolutions);
    if (!addresses.length) return skip(`${target.address} resolves to no address.`);

    const stranger = strangerAmong(addresses, addressOwners);
    if (stranger) return leadsElsewhere(target, stranger);
    const own = networkInterfaces?.flatMap((nic) => [...nic.privateAddresses, ...nic.publicAddresses]);
    if (!own) {
      return unknownFor(
        gathered,
        ['networkInterfaces'],
        `${target.address} leads to ${addresses.join(', ')}; the addresses of the VM were not read.`,
      );
    }
    const shared = addresses.find((address) => own.some((candidate) => isSameAddress(candidate, address)));
    if (shared !== undefined) return pass(`${target.address} leads to ${shared}, this VM's address.`);
    return warn(
      `${target.address} leads to ${addresses.join(', ')}, and this VM has ${own.join(', ') || 'no address'}. Behind address translation, a load balancer or private access that is as it should be.`,
      [
        remedy.do(
          'Make sure that the address leads to this VM; if not, correct the DNS record or hosts line.',
        ),
      ],
    );
  },
});

function addressesOf({ address }: Target, resolutions: readonly NameResolution[]): string[] {
  const plain = addressIn(address);
  if (plain !== null) return [plain];
  const resolution = resolutions.find(({ name }) => isSameHost(name, address));
  return resolution?.addresses.map(({ address: found }) => found) ?? [];
}

interface Stranger {
  readonly address: string;
  readonly whose: string;
}

function strangerAmong(addresses: readonly string[], owners: readonly AddressOwner[]): Stranger | null {
  for (const address of addresses) {
    if (isLoopback(address)) return { address, whose: 'this PC itself' };
    const owner = owners.find((candidate) => isSameAddress(candidate.address, address));
    if (owner) return { address, whose: `another VM, ${owner.vmName}` };
  }
  return null;
}

function leadsElsewhere({ address: name }: Target, { address, whose }: Stranger): Verdict {
  const remedies: Remedy[] = [
    remedy.do(`Look for a line with ${name} in the hosts file of this PC, and correct it.`),
    remedy.ask(`Please correct the DNS record of ${name}: it points to ${address}, which is ${whose}.`),
  ];
  return fail(`${name} leads to ${address}, and that is ${whose}.`, remedies);
}
