import { resourceId } from './demo-ids';
import type { FilePath, ReportProblem } from './references';
import type { DemoTenantFile } from './tenant-file';
import { DemoNetwork } from './tenant-networks';

type SubscriptionIdOf = (named: string | undefined, path: FilePath) => string;

export type CompleteNetwork = ReturnType<typeof networksOf>['networks'][number];

/** Networks and security groups with their ids; a file without a network gets one. */
export function networksOf(file: DemoTenantFile, subscriptionIdOf: SubscriptionIdOf, report: ReportProblem) {
  const securityGroups = file.securityGroups.map((group, index) => {
    const subscriptionId = subscriptionIdOf(group.subscription, ['securityGroups', index, 'subscription']);
    const type = 'Microsoft.Network/networkSecurityGroups';
    return {
      ...group,
      subscriptionId,
      id: resourceId(subscriptionId, group.resourceGroup, type, group.name),
    };
  });
  const securityGroupId = (name: string, path: FilePath): string => {
    const found = securityGroups.find((group) => group.name === name);
    if (!found) report(path, `expected one of securityGroups, got "${name}"`);
    return found?.id ?? '';
  };

  const described = file.networks.length ? file.networks : [DemoNetwork.parse({ name: 'vnet-default' })];
  const networks = described.map((network, index) => {
    const path = ['networks', index];
    const subscriptionId = subscriptionIdOf(network.subscription, [...path, 'subscription']);
    const idOf = (type: string, name: string) =>
      resourceId(subscriptionId, network.resourceGroup, `Microsoft.Network/${type}`, name);
    const id = idOf('virtualNetworks', network.name);
    return {
      ...network,
      id,
      subscriptionId,
      subnets: network.subnets.map((subnet) => ({
        ...subnet,
        id: `${id}/subnets/${subnet.name}`,
        securityGroupId: subnet.securityGroup && securityGroupId(subnet.securityGroup, [...path, 'subnets']),
        natGatewayId: subnet.natGateway && idOf('natGateways', subnet.natGateway),
        routeTableId: subnet.routeTable && idOf('routeTables', subnet.routeTable),
      })),
    };
  });
  const peersOf = (names: readonly string[], path: FilePath): readonly string[] =>
    names.flatMap((name) => {
      const peer = networks.find((network) => network.name === name);
      if (!peer) report(path, `expected the name of a network, got "${name}"`);
      return peer ? [peer.id] : [];
    });

  return {
    networks: networks.map((network, index) => ({
      ...network,
      peeredIds: peersOf(network.peerings, ['networks', index, 'peerings']),
    })),
    securityGroups,
    securityGroupId,
  };
}
