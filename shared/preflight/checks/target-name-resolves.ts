import type { NetworkInterface } from '../../azure/virtual-machine';
import { isIpAddress, isSameHost } from '../../network/host-name';
import type { Target } from '../../network/resolution';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { fail, pass, type Remedy, remedy, unknown } from '../verdict';

export const targetNameResolves = defineCheck({
  id: 'target-name-resolves',
  title: "The VM's name resolves on this PC",
  routes: ['web-account', 'password'],
  source: connectionSources.webAccount,
  needs: ['target', 'nameResolutions'],
  wants: ['networkInterfaces'],

  judge({ target, nameResolutions, networkInterfaces }) {
    const { address } = target;
    if (isIpAddress(address)) return pass(`${address} is an address: there is no name to resolve.`);
    const resolution = nameResolutions.find(({ name }) => isSameHost(name, address));
    if (!resolution) return unknown(`Nobody was asked what ${address} resolves to.`);
    if (resolution.addresses.length) {
      const found = resolution.addresses.map(({ address: ip, family }) => `${ip} (${family})`);
      return pass(`${address} resolves to ${found.join(', ')}.`);
    }
    if (!isAnswer(resolution.error)) {
      return unknown(
        `This PC's DNS server did not say what ${address} resolves to (${resolution.error ?? 'no answer'}).`,
        'An answering DNS server: check the network connection or VPN',
      );
    }
    return fail(
      `${address} does not resolve on this PC. ${detourFor(target)}`,
      remediesFor(target, networkInterfaces),
      {
        password: target.passwordFallback === null ? 'fail' : 'warn',
      },
    );
  },
});

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
function remediesFor({ address }: Target, interfaces: readonly NetworkInterface[] | undefined): Remedy[] {
  const [privateAddress] = (interfaces ?? []).flatMap(({ privateAddresses }) => privateAddresses);
  const hostsLine = `${privateAddress ?? 'ADDRESS'} ${address}`;
  return [
    remedy.do("Connect to the VM's network, for example by VPN, so that its DNS server is asked."),
    remedy.ask(
      `Please add a DNS record for ${address}${privateAddress ? ` pointing to ${privateAddress}` : ''} in a zone this PC asks, or its DNS suffix to the search list.`,
    ),
    remedy.do(`Where you may, add this line to the hosts file of this PC: ${hostsLine}`),
    remedy.do('Or connect through Azure Bastion, which needs no name here.'),
  ];
}
