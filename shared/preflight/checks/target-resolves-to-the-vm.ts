import { addressIn, isLoopback, isSameAddress, isSameHost } from '../../network/host-name';
import type { NameServerAnswers } from '../../network/name-servers';
import type { AddressOwner, NameResolution, Target } from '../../network/resolution';
import { type WhoAnswers, whoAnswers } from '../../network/who-answers';
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
  wants: ['networkInterfaces', 'addressOwners', 'nameServerAnswers'],
  dependsOn: ['target-name-resolves'],

  judge({ target, nameResolutions, networkInterfaces, addressOwners = [], nameServerAnswers }, _, gathered) {
    const addresses = addressesOf(target, nameResolutions);
    if (!addresses.length) return skip(`${target.address} resolves to no address.`);

    const who = whoSays(target, nameResolutions, nameServerAnswers);
    const own = networkInterfaces?.flatMap((nic) => [...nic.privateAddresses, ...nic.publicAddresses]);
    const stranger = strangerAmong(addresses, addressOwners);
    if (stranger) return leadsElsewhere(target, stranger, own?.[0], who);
    if (!own) {
      return unknownFor(
        gathered,
        ['networkInterfaces'],
        `${target.address} leads to ${addresses.join(', ')}; the addresses of the VM were not read.`,
      );
    }
    const shared = addresses.find((address) => own.some((candidate) => isSameAddress(candidate, address)));
    if (shared !== undefined) {
      return pass(`${target.address} leads to ${shared}, this VM's address.${otherAnswers(own, who)}`);
    }
    return warn(
      `${target.address} leads to ${addresses.join(', ')}${bySource(who)}, and this VM has ${own.join(', ') || 'no address'}. Behind address translation, a load balancer or private access that is as it should be.`,
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

function whoSays(
  { address }: Target,
  resolutions: readonly NameResolution[],
  behind: NameServerAnswers | undefined,
): WhoAnswers | null {
  const resolution = resolutions.find(({ name }) => isSameHost(name, address));
  return behind && resolution ? whoAnswers(behind, resolution) : null;
}

function bySource(who: WhoAnswers | null): string {
  if (who?.source === 'hosts-file') return ' (by the hosts file of this PC)';
  return who?.source === 'servers' ? ` (${who.servers})` : '';
}

/** Said beside a pass: the next connection may be given the other answer. */
function otherAnswers(own: readonly string[], who: WhoAnswers | null): string {
  const others = who?.onlyFromServers.filter((found) => !own.some((known) => isSameAddress(known, found)));
  return others?.length ? ` Not every DNS server says so: ${who?.servers}.` : '';
}

function leadsElsewhere(
  { address: name }: Target,
  { address, whose }: Stranger,
  right: string | undefined,
  who: WhoAnswers | null,
): Verdict {
  const line = right === undefined ? '' : ` The right one is: ${right} ${name}`;
  const inHosts = remedy.do(
    `Look for a line with ${name} in the hosts file of this PC, and correct it.${line}`,
  );
  const inDns = remedy.ask(
    `Please correct the DNS record of ${name}: it points to ${address}, which is ${whose}${right === undefined ? '' : `, and should point to ${right}`}.`,
  );
  const remedies: Record<WhoAnswers['source'], readonly Remedy[]> = {
    'hosts-file': [inHosts],
    servers: [inDns],
    elsewhere: [inHosts, inDns],
    nobody: [inHosts, inDns],
  };
  return fail(
    `${name} leads to ${address}${bySource(who)}, and that is ${whose}.`,
    remedies[who?.source ?? 'nobody'],
  );
}
