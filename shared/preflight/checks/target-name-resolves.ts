import type { NetworkInterface } from '../../azure/virtual-machine';
import { isIpAddress, isSameHost } from '../../network/host-name';
import { formOfName } from '../../network/name-form';
import type { NameResolution, Target } from '../../network/resolution';
import { type WhoAnswers, whoAnswers } from '../../network/who-answers';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { isHostNameAlone } from '../gaps';
import { fail, pass, type Remedy, remedy, unknown } from '../verdict';

export const targetNameResolves = defineCheck({
  id: 'target-name-resolves',
  title: "The VM's name resolves on this PC",
  routes: ['web-account', 'password'],
  source: connectionSources.webAccount,
  needs: ['target', 'nameResolutions'],
  wants: ['networkInterfaces', 'nameServerAnswers', 'vm'],
  haltedBy: ['vm-runs-windows'],

  judge({ target, nameResolutions, networkInterfaces, nameServerAnswers }, _, gathered) {
    const { address } = target;
    if (isIpAddress(address)) return pass(`${address} is an address: there is no name to resolve.`);
    const resolution = nameResolutions.find(({ name }) => isSameHost(name, address));
    if (!resolution) return unknown(`Nobody was asked what ${address} resolves to.`);

    const who = nameServerAnswers && whoAnswers(nameServerAnswers, resolution);
    if (resolution.addresses.length) return pass(resolvesTo(address, resolution, who));
    if (!isAnswer(resolution.error)) {
      return unknown(
        `This PC's DNS server did not say what ${address} resolves to (${resolution.error ?? 'no answer'}).${asked(who)}`,
        'An answering DNS server: check the network connection or VPN',
      );
    }
    return fail(
      `${address} does not resolve on this PC.${asked(who)} ${detourFor(target)}`,
      isHostNameAlone(gathered)
        ? remediesForHostName(address, who)
        : remediesFor(target, networkInterfaces, who),
      {
        password: target.passwordFallback === null ? 'fail' : 'warn',
      },
    );
  },
});

function resolvesTo(name: string, { addresses }: NameResolution, who: WhoAnswers | undefined): string {
  const found = addresses.map(({ address, family }) => `${address} (${family})`).join(', ');
  const sentence = `${name} resolves to ${found}`;
  if (who?.source === 'servers') return `${sentence}: ${who.servers}.`;
  const byHostsFile = who?.source === 'hosts-file' ? ', by the hosts file of this PC' : '';
  return `${sentence}${byHostsFile}.${asked(who)}`;
}

function asked(who: WhoAnswers | undefined): string {
  return who?.servers ? ` Asked one by one: ${who.servers}.` : '';
}

// Only these two say "there is no such name"; anything else is a server that could not answer.
function isAnswer(error: string | null): boolean {
  return error === null || error === 'ENOTFOUND' || error === 'ENODATA';
}

function detourFor({ passwordFallback }: Target): string {
  return passwordFallback === null
    ? 'A client given this name finds no computer.'
    : `A client given this name finds no computer; signing in with a password can go to ${passwordFallback} instead.`;
}

/** In the order to try them. */
function remediesFor(
  { address }: Target,
  interfaces: readonly NetworkInterface[] | undefined,
  who: WhoAnswers | undefined,
): Remedy[] {
  const [own] = (interfaces ?? []).flatMap(({ privateAddresses }) => privateAddresses);
  const right = own ?? who?.onlyFromServers[0];
  return [
    ...forgetting(who),
    remedy.do("Connect to the VM's network, for example by VPN, so that its DNS server is asked."),
    recordFor(address, own, suffixIn(interfaces)),
    hostsLine(right, address),
    remedy.do('Or connect through Azure Bastion, which needs no name here.'),
  ];
}

/** The computer may be anywhere: neither Azure nor its Bastion need have a part in it. */
function remediesForHostName(name: string, who: WhoAnswers | undefined): Remedy[] {
  const zone = formOfName(name) === 'full' ? `the DNS zone ${parentOf(name)}` : 'a DNS zone';
  const suffix = formOfName(name) === 'short' ? ", and the zone's name to the DNS suffixes of this PC" : '';
  return [
    remedy.do(`Check how the name is written: ${name}.`),
    ...forgetting(who),
    remedy.do(
      'Connect to the network where the computer is known by that name, for example by VPN, so that its DNS server is asked.',
    ),
    remedy.ask(`Please add a DNS record for ${name} in ${zone} that this PC's DNS server asks${suffix}.`),
    hostsLine(who?.onlyFromServers[0], name),
  ];
}

function forgetting(who: WhoAnswers | undefined): Remedy[] {
  return who?.onlyFromServers.length
    ? [
        remedy.cmd(
          'A DNS server knows the name: let this PC forget that it did not exist',
          'ipconfig /flushdns',
        ),
      ]
    : [];
}

function hostsLine(right: string | undefined, name: string): Remedy {
  return remedy.do(
    `Where you may, add this line to the hosts file of this PC: ${right ?? 'ADDRESS'} ${name}`,
  );
}

function parentOf(name: string): string {
  return name.replace(/^[^.]*\./, '');
}

function suffixIn(interfaces: readonly NetworkInterface[] | undefined): string | null {
  return interfaces?.find(({ dnsSuffix }) => dnsSuffix !== null)?.dnsSuffix ?? null;
}

function recordFor(name: string, own: string | undefined, suffix: string | null): Remedy {
  const pointing = own === undefined ? '' : ` pointing to ${own}`;
  switch (formOfName(name)) {
    case 'short':
      return remedy.ask(
        `Please add a DNS record for ${name}${pointing} in a private DNS zone that this PC's DNS server asks, and the zone's name${suffix === null ? '' : ` (or ${suffix})`} to the DNS suffixes of this PC.`,
      );
    case 'public-label':
      return remedy.ask(
        `Please give the VM's public address its DNS name label again: ${name} is no longer known.`,
      );
    case 'azure-internal':
      return remedy.ask(
        `Please let this PC's DNS server forward internal.cloudapp.net to Azure (168.63.129.16), which alone knows ${name}, or add a DNS record for it${pointing}.`,
      );
    case 'full':
      return remedy.ask(
        `Please add a DNS record for ${name}${pointing} in the private DNS zone ${parentOf(name)}, linked to a network whose DNS this PC asks.`,
      );
  }
}
