import type {
  EffectiveNetworkSecurityRule,
  NetworkSecurityGroup,
  SecurityRule,
  Subnet,
} from '@azure/arm-network';
import type { NetworkInterface } from '../../shared/azure/virtual-machine';
import type { Facts } from '../../shared/preflight/fact';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { nameOfResource, partsOfResourceId } from './resource-id';
import { textOf } from './virtual-machines';

type OutboundAccess = Facts['outboundAccess'];
type OutboundRule = OutboundAccess['rules'][number];

/**
 * What the network's settings let out of the VM: the interfaces' own rules, then their subnets'.
 *
 * Two requests deep: a subnet names its security group. The rules in effect are one answer, but come late:
 * see `readEffectiveOutboundRules`.
 */
export async function readOutboundAccess(
  arm: Arm,
  interfaces: readonly NetworkInterface[],
  signal: AbortSignal,
): Promise<OutboundAccess> {
  const subnetIds = distinct(interfaces.flatMap(({ subnetId }) => subnetId ?? []));
  const ownGroupIds = distinct(
    interfaces.flatMap(({ networkSecurityGroupId }) => networkSecurityGroupId ?? []),
  );
  const [ownRules, subnets] = await Promise.all([
    readRules(arm, ownGroupIds, signal),
    Promise.all(subnetIds.map((id) => readSubnet(arm, id, signal))),
  ]);
  const subnetGroupIds = distinct(
    subnets.flatMap(({ networkSecurityGroup }) => networkSecurityGroup?.id ?? []),
  );
  const subnetRules = await readRules(arm, subnetGroupIds, signal);
  return { rules: [...ownRules, ...subnetRules], ...egressOf(interfaces, subnets) };
}

/**
 * Whether there is a way out, from what the settings say. Null where they do not decide it: a route table may
 * lead to a firewall, and a load balancer may have outbound rules.
 */
export function egressOf(
  interfaces: readonly NetworkInterface[],
  subnets: readonly Subnet[],
): Pick<OutboundAccess, 'isPrivateSubnet' | 'hasEgress'> {
  const settings = subnets.map(({ defaultOutboundAccess }) => defaultOutboundAccess);
  const isPrivateSubnet =
    settings.length === 0 || settings.includes(undefined) ? null : settings.every((open) => open === false);
  const hasOwnWayOut =
    subnets.some(({ natGateway }) => natGateway) ||
    interfaces.some(({ publicAddresses }) => publicAddresses.length > 0);
  const mayBeRoutedOut =
    subnets.some(({ routeTable }) => routeTable) ||
    interfaces.some(({ isBehindLoadBalancer }) => isBehindLoadBalancer === true);

  if (hasOwnWayOut) return { isPrivateSubnet, hasEgress: true };
  if (mayBeRoutedOut || isPrivateSubnet === null) return { isPrivateSubnet, hasEgress: null };
  return { isPrivateSubnet, hasEgress: !isPrivateSubnet };
}

async function readSubnet(arm: Arm, id: string, signal: AbortSignal): Promise<Subnet> {
  const { subscriptionId, resourceGroup, names } = partsOfResourceId(id);
  const [network = '', subnet = ''] = names;
  const asked = {
    purpose: `reading the subnet ${subnet} of ${network}`,
    right: `Reader on the virtual network ${network}`,
    signal,
  };
  return callArm(asked, async (abortSignal) => {
    const client = await arm.network(subscriptionId);
    return client.subnets.get(resourceGroup, network, subnet, { abortSignal });
  });
}

async function readRules(
  arm: Arm,
  groupIds: readonly string[],
  signal: AbortSignal,
): Promise<OutboundRule[]> {
  const groups = await Promise.all(groupIds.map((id) => readGroup(arm, id, signal)));
  return groups.flatMap((group, index) => outboundRulesOf(nameOfResource(groupIds[index] ?? ''), group));
}

async function readGroup(arm: Arm, id: string, signal: AbortSignal): Promise<NetworkSecurityGroup> {
  const { subscriptionId, resourceGroup, names } = partsOfResourceId(id);
  const [name = ''] = names;
  const asked = {
    purpose: `reading the network security group ${name}`,
    right: `Reader on the network security group ${name}`,
    signal,
  };
  return callArm(asked, async (abortSignal) => {
    const client = await arm.network(subscriptionId);
    return client.networkSecurityGroups.get(resourceGroup, name, { abortSignal });
  });
}

/** A group's outbound rules in the order Azure tries them: its own and the default ones, by priority. */
export function outboundRulesOf(group: string, model: NetworkSecurityGroup): OutboundRule[] {
  return [...(model.securityRules ?? []), ...(model.defaultSecurityRules ?? [])]
    .filter(({ direction }) => direction === 'Outbound')
    .map((rule) => outboundRuleOf(group, rule))
    .toSorted((a, b) => a.priority - b.priority);
}

/** A rule as it was written, or as it is in effect, in our words. */
export function outboundRuleOf(
  group: string,
  rule: SecurityRule | EffectiveNetworkSecurityRule,
): OutboundRule {
  return {
    name: rule.name ?? '',
    group,
    priority: rule.priority ?? 65_500,
    access: rule.access === 'Deny' ? 'Deny' : 'Allow',
    protocol: rule.protocol ?? '*',
    destinations: oneOrMany(rule.destinationAddressPrefix, rule.destinationAddressPrefixes),
    ports: oneOrMany(rule.destinationPortRange, rule.destinationPortRanges),
  };
}

function oneOrMany(one: string | undefined, many: readonly string[] | undefined): string[] {
  return [...new Set([textOf(one) ?? [], many ?? []].flat())];
}

function distinct(ids: readonly string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}
