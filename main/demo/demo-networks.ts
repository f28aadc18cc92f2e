import { resourceId } from './demo-ids';
import type { DemoTenantFile } from './tenant-file';
import { DemoNetwork } from './tenant-parts';

type Path = readonly (string | number)[];
type SubscriptionIdOf = (named: string | undefined, path: Path) => string;

/** Networks and security groups with their ids, and the address book VMs are placed by. */
export function networksOf(
  file: DemoTenantFile,
  subscriptionIdOf: SubscriptionIdOf,
  report: (path: Path, message: string) => void,
) {
  const securityGroups = file.securityGroups.map((group, index) => {
    const subscriptionId = subscriptionIdOf(group.subscription, ['securityGroups', index, 'subscription']);
    return {
      ...group,
      subscriptionId,
      id: resourceId(
        subscriptionId,
        group.resourceGroup,
        'Microsoft.Network/networkSecurityGroups',
        group.name,
      ),
    };
  });
  const securityGroupId = (name: string, path: Path): string => {
    const found = securityGroups.find((group) => group.name === name);
    if (!found) report(path, `expected one of securityGroups, got "${name}"`);
    return found?.id ?? '';
  };

  const described = file.networks.length ? file.networks : [DemoNetwork.parse({ name: 'vnet-default' })];
  const networks = described.map((network, index) => {
    const path: Path = ['networks', index];
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
        nextAddress: addressesOf(subnet.addressPrefix, takenAddresses(file)),
      })),
    };
  });
  for (const [index, network] of networks.entries()) {
    const stranger = network.peerings.find((name) => !networks.some((other) => other.name === name));
    if (stranger !== undefined)
      report(['networks', index, 'peerings'], `expected a network, got "${stranger}"`);
  }

  const subnetFor = (network: string | undefined, subnet: string | undefined, path: Path) => {
    const found = network === undefined ? networks[0] : networks.find(({ name }) => name === network);
    const place =
      subnet === undefined ? found?.subnets[0] : found?.subnets.find(({ name }) => name === subnet);
    if (!found || !place) report(path, `expected a network and a subnet of it, got "${network}/${subnet}"`);
    return {
      networkId: found?.id ?? '',
      subnetId: place?.id ?? '',
      nextAddress: place?.nextAddress ?? (() => ''),
    };
  };
  return {
    networks: networks.map((network) => ({
      ...network,
      peeredIds: networks.filter(({ name }) => network.peerings.includes(name)).map(({ id }) => id),
      subnets: network.subnets.map(({ nextAddress: _, ...subnet }) => subnet),
    })),
    securityGroups,
    subnetFor,
    securityGroupId,
  };
}

function takenAddresses(file: DemoTenantFile): ReadonlySet<string> {
  return new Set(
    file.virtualMachines.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ privateAddresses }) => privateAddresses ?? []),
    ),
  );
}

/** Azure keeps the first four addresses of a subnet for itself. */
function addressesOf(prefix: string, taken: ReadonlySet<string>): () => string {
  const [base = '10.0.0.0'] = prefix.split('/');
  const start = base.split('.').reduce((number, part) => number * 256 + Number(part), 0);
  let next = 4;
  return () => {
    for (;;) {
      const address = dotted(start + next);
      next += 1;
      if (!taken.has(address)) return address;
    }
  };
}

export function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
