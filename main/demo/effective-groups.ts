import { securityGroupJson } from './arm-network-shapes';
import type { DemoNic } from './complete-vm';
import type { DemoTenant } from './tenant-schema';

interface Rule {
  readonly name: string;
  readonly properties: object;
}

/** What is in effect on an interface: its own group, its subnet's, and what a network manager lays above both. */
export function effectiveGroupsJson(
  nic: DemoNic,
  { networks, securityGroups }: DemoTenant,
): readonly object[] {
  const network = networks.find(({ subnets }) => subnets.some(({ id }) => id === nic.subnetId));
  const subnet = network?.subnets.find(({ id }) => id === nic.subnetId);
  const applied = [
    { id: nic.securityGroupId, association: { networkInterface: { id: nic.id } } },
    { id: subnet?.securityGroupId ?? null, association: { subnet: { id: nic.subnetId } } },
  ].flatMap(({ association, id }) => {
    const group = securityGroups.find((one) => one.id === id);
    return group ? [{ association, group, networkSecurityGroup: { id: group.id } }] : [];
  });
  const managed = network?.adminRules.length
    ? [
        {
          association: { networkManager: { id: `${network.id}-manager` } },
          effectiveSecurityRules: rulesOf({ ...network, rules: network.adminRules }).own,
        },
      ]
    : [];
  return [
    ...managed,
    ...applied.map(({ group, ...rest }) => {
      const { own, usual } = rulesOf(group);
      return { ...rest, effectiveSecurityRules: [...own, ...usual] };
    }),
  ];
}

/** Names say where a rule stands: `securityRules/web`, `defaultSecurityRules/DenyAllOutBound`. */
function rulesOf(group: Parameters<typeof securityGroupJson>[0]) {
  const { defaultSecurityRules, securityRules } = securityGroupJson(group).properties;
  const named = (where: string, rules: readonly Rule[]) =>
    rules.map(({ name, properties }) => ({ name: `${where}/${name}`, ...properties }));
  return {
    own: named('securityRules', securityRules),
    usual: named('defaultSecurityRules', defaultSecurityRules),
  };
}
