import type { EffectiveNetworkSecurityGroup } from '@azure/arm-network';
import type { NetworkInterface } from '../../shared/azure/virtual-machine';
import type { Facts } from '../../shared/preflight/fact';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { outboundRuleOf } from './outbound-access';
import { nameOfResource, partsOfResourceId } from './resource-id';

type Rules = Facts['effectiveOutboundRules'];

/** Azure takes ten to sixty seconds to work these out. */
const limitMs = 120_000;

/** The outbound rules that are in effect on the interfaces, group by group as Azure tries them. */
export async function readEffectiveOutboundRules(
  arm: Arm,
  interfaces: readonly NetworkInterface[],
  signal: AbortSignal,
): Promise<Rules> {
  const groups = await Promise.all(interfaces.map(({ id }) => readGroups(arm, id, signal)));
  return groups.flat().flatMap(effectiveRulesOf);
}

/** The SDK promises a list that a service may leave out. */
interface Answer {
  readonly value?: readonly EffectiveNetworkSecurityGroup[];
}

/** The right to it is an action, which Reader does not have. */
async function readGroups(
  arm: Arm,
  id: string,
  signal: AbortSignal,
): Promise<readonly EffectiveNetworkSecurityGroup[]> {
  const { subscriptionId, resourceGroup, names } = partsOfResourceId(id);
  const [name = ''] = names;
  const asked = {
    purpose: `reading the security rules in effect on ${name}`,
    right: `Microsoft.Network/networkInterfaces/effectiveNetworkSecurityGroups/action on ${name}, as in Network Contributor`,
    signal,
    limitMs,
  };
  const { value } = await callArm<Answer>(asked, async (abortSignal) => {
    const client = await arm.network(subscriptionId);
    const operation = client.networkInterfaces.listEffectiveNetworkSecurityGroups(resourceGroup, name, {
      abortSignal,
    });
    return operation.pollUntilDone({ abortSignal });
  });
  return value ?? [];
}

function effectiveRulesOf({
  association,
  effectiveSecurityRules = [],
  networkSecurityGroup,
}: EffectiveNetworkSecurityGroup): Rules {
  const group = nameOfResource(networkSecurityGroup?.id ?? association?.networkManager?.id ?? '');
  return effectiveSecurityRules
    .filter(({ direction }) => direction === 'Outbound')
    .map((rule) => outboundRuleOf(group, { ...rule, name: plainName(rule.name) }))
    .toSorted((a, b) => a.priority - b.priority);
}

/** `securityRules/DenyAll` and `defaultSecurityRules/…`: the group's own rules carry where they stand. */
function plainName(name: string | undefined): string {
  return name?.split('/').at(-1) ?? '';
}
