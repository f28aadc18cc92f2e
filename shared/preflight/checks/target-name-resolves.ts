import type { NetworkInterface } from '../../azure/virtual-machine';
import { isIpAddress, isSameHost } from '../../network/host-name';
import { formOfName } from '../../network/name-form';
import type { NameResolution, Target } from '../../network/resolution';
import { type WhoAnswers, whoAnswers } from '../../network/who-answers';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, type Remedy, remedy, unknown } from '../verdict';

export const targetNameResolves = defineCheck({
  id: 'target-name-resolves',
  title: "The VM's name resolves on this PC",
  routes: ['web-account', 'password'],
  source: connectionSources.webAccount,
  needs: ['target', 'nameResolutions'],
  wants: ['networkInterfaces', 'nameServerAnswers'],
  haltedBy: ['vm-runs-windows'],

  judge({ target, nameResolutions, networkInterfaces, nameServerAnswers }) {
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
      remediesFor(target, networkInterfaces, who),
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
    ...(who?.onlyFromServers.length
      ? [
          remedy.cmd(
            'A DNS server knows the name: let this PC forget that it did not exist',
            'ipconfig /flushdns',
          ),
        ]
      : []),
    remedy.do("Connect to the VM's network, for example by VPN, so that its DNS server is asked."),
    recordFor(address, own, suffixIn(interfaces)),
    remedy.do(`Where you may, add this line to the hosts file of this PC: ${right ?? 'ADDRESS'} ${address}`),
    remedy.do('Or connect through Azure Bastion, which needs no name here.'),
  ];
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
        `Please add a DNS record for ${name}${pointing} in the private DNS zone ${name.replace(/^[^.]*\./, '')}, linked to a network whose DNS this PC asks.`,
      );
  }
}
