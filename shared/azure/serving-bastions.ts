import type { BastionHost, Bastions } from './bastion';
import { type NetworkInterface, networkOfSubnet } from './virtual-machine';

/** The Bastions that stand in a network of the VM, or in one peered with it; those of its own network first. */
export function bastionsServing(
  interfaces: readonly NetworkInterface[],
  { hosts, peerings }: Bastions,
): BastionHost[] {
  const own = interfaces.flatMap(({ subnetId }) =>
    subnetId === null ? [] : [networkOfSubnet(subnetId).toLowerCase()],
  );
  const peered = peerings.flatMap(({ from, to }) => [
    ...(own.includes(from) ? [to] : []),
    ...(own.includes(to) ? [from] : []),
  ]);
  return [
    ...hosts.filter(({ networkId }) => networkId !== null && own.includes(networkId)),
    ...hosts.filter((host) => isPeered(host, own, peered)),
  ];
}

// The Developer SKU is shared, and serves the one network it was made in.
function isPeered(
  { networkId, sku }: BastionHost,
  own: readonly string[],
  peered: readonly string[],
): boolean {
  if (networkId === null || own.includes(networkId) || sku?.toLowerCase() === 'developer') return false;
  return peered.includes(networkId);
}
