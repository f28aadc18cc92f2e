import { type ArmRoute, ok, resourceNotFound } from './arm-route';
import type { DemoNic, DemoVm } from './complete-vm';
import type { DemoState } from './demo-state';
import { findNic, findPublicAddress, findVm, vmIds } from './demo-vms';
import { decider } from './rights';
import type { DemoBastion, DemoNetwork, DemoSecurityGroup } from './tenant-schema';

const group = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Network';
const everywhere = '/subscriptions/{subscription}/providers/Microsoft.Network';

export const networkRoutes: readonly ArmRoute[] = [
  {
    method: 'GET',
    path: `${group}/networkInterfaces/{name}`,
    action: 'Microsoft.Network/networkInterfaces/read',
    answer: ({ state, account, request }) => {
      const found = findNic(state, request.path);
      if (!found) return resourceNotFound(request);
      const mayReadAddress = decider(state, account, 'Microsoft.Network/publicIPAddresses/read');
      const expands = /publicIPAddress/i.test(request.url.searchParams.get('$expand') ?? '');
      return ok(nicJson(found.vm, found.nic, expands ? mayReadAddress : () => false));
    },
  },
  {
    method: 'GET',
    path: `${group}/publicIPAddresses/{name}`,
    action: 'Microsoft.Network/publicIPAddresses/read',
    answer: ({ state, request }) => {
      const found = findPublicAddress(state, request.path);
      return found ? ok(publicAddressJson(found.vm, found.nic)) : resourceNotFound(request);
    },
  },
  {
    method: 'GET',
    path: `${group}/virtualNetworks/{network}/subnets/{subnet}`,
    action: 'Microsoft.Network/virtualNetworks/subnets/read',
    answer: ({ state, request }) => {
      const subnet = state.tenant.networks
        .flatMap(({ subnets }) => subnets)
        .find(({ id }) => isSame(id, request.path));
      return subnet ? ok(subnetJson(subnet)) : resourceNotFound(request);
    },
  },
  ...collection('networkInterfaces', 'networkInterfaces', (state) =>
    vmIds(state)
      .flatMap((id) => findVm(state, id) ?? [])
      .flatMap((vm) =>
        vm.interfaces.map((nic) => ({ id: nic.id, json: () => nicJson(vm, nic, () => false) })),
      ),
  ),
  ...collection('publicIPAddresses', 'publicIPAddresses', (state) =>
    [...state.vms.values()].flatMap((vm) =>
      vm.interfaces.flatMap((nic) =>
        nic.publicAddressId === null
          ? []
          : [{ id: nic.publicAddressId, json: () => publicAddressJson(vm, nic) }],
      ),
    ),
  ),
  ...resource('virtualNetworks', (state) =>
    state.tenant.networks.map((network) => ({ id: network.id, json: () => networkJson(network) })),
  ),
  ...resource('networkSecurityGroups', (state) =>
    state.tenant.securityGroups.map((one) => ({ id: one.id, json: () => securityGroupJson(one) })),
  ),
  ...resource('bastionHosts', (state) =>
    state.tenant.bastions.map((one) => ({ id: one.id, json: () => bastionJson(one) })),
  ),
  {
    method: 'GET',
    path: `${group}/virtualNetworks/{network}/virtualNetworkPeerings`,
    action: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read',
    answer: ({ state, request }) => {
      const id = request.path.replace(/\/virtualNetworkPeerings$/i, '');
      const network = state.tenant.networks.find((one) => isSame(one.id, id));
      return network ? ok({ value: peeringsJson(network) }) : resourceNotFound(request);
    },
  },
];

interface Resource {
  readonly id: string;
  readonly json: () => object;
}

/** One resource by its id, and lists of it by group and by subscription. */
function resource(type: string, all: (state: DemoState) => readonly Resource[]): readonly ArmRoute[] {
  return [
    {
      method: 'GET',
      path: `${group}/${type}/{name}`,
      action: `Microsoft.Network/${type}/read`,
      answer: ({ state, request }) => {
        const found = all(state).find(({ id }) => isSame(id, request.path));
        return found ? ok(found.json()) : resourceNotFound(request);
      },
    },
    ...collection(type, type, all),
  ];
}

function collection(
  path: string,
  type: string,
  all: (state: DemoState) => readonly Resource[],
): readonly ArmRoute[] {
  return [`${group}/${path}`, `${everywhere}/${path}`].map((where) => ({
    method: 'GET',
    path: where,
    action: null,
    answer: ({ state, account, request }) => {
      const mayRead = decider(state, account, `Microsoft.Network/${type}/read`);
      const prefix = `${request.path.replace(/\/providers\/.*$/i, '').toLowerCase()}/`;
      const found = all(state).filter(({ id }) => id.toLowerCase().startsWith(prefix) && mayRead(id));
      return ok({ value: found.map(({ json }) => json()) });
    },
  }));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function nicJson(vm: DemoVm, nic: DemoNic, expandsAddress: (id: string) => boolean): object {
  return {
    id: nic.id,
    name: nic.name,
    type: 'Microsoft.Network/networkInterfaces',
    location: vm.location,
    properties: {
      provisioningState: 'Succeeded',
      primary: nic.isPrimary,
      virtualMachine: { id: vm.id },
      ...(nic.securityGroupId !== null && { networkSecurityGroup: { id: nic.securityGroupId } }),
      dnsSettings: {
        dnsServers: [],
        appliedDnsServers: [],
        internalDomainNameSuffix: 'k3x7pq0example.ax.internal.cloudapp.net',
      },
      ipConfigurations: nic.privateAddresses.map((address, index) => ({
        id: `${nic.id}/ipConfigurations/ipconfig${index + 1}`,
        name: `ipconfig${index + 1}`,
        properties: {
          privateIPAddress: address,
          privateIPAllocationMethod: 'Dynamic',
          privateIPAddressVersion: address.includes(':') ? 'IPv6' : 'IPv4',
          primary: index === 0,
          subnet: { id: nic.subnetId },
          ...(index === 0 &&
            nic.publicAddressId !== null && {
              publicIPAddress: expandsAddress(nic.publicAddressId)
                ? publicAddressJson(vm, nic)
                : { id: nic.publicAddressId },
            }),
        },
      })),
    },
  };
}

function publicAddressJson({ location }: DemoVm, nic: DemoNic): object {
  return {
    id: nic.publicAddressId,
    name: nic.publicAddressId?.split('/').at(-1),
    type: 'Microsoft.Network/publicIPAddresses',
    location,
    sku: { name: 'Standard', tier: 'Regional' },
    properties: {
      provisioningState: 'Succeeded',
      ipAddress: nic.publicAddress,
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      ...(nic.publicName !== null && {
        dnsSettings: { domainNameLabel: nic.publicName.split('.')[0], fqdn: nic.publicName },
      }),
      ipConfiguration: { id: `${nic.id}/ipConfigurations/ipconfig1` },
    },
  };
}

function subnetJson(subnet: DemoNetwork['subnets'][number]): object {
  const reference = (id: string | null | undefined) => (id ? { id } : undefined);
  return {
    id: subnet.id,
    name: subnet.name,
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      provisioningState: 'Succeeded',
      addressPrefix: subnet.addressPrefix,
      defaultOutboundAccess: !subnet.isPrivate,
      networkSecurityGroup: reference(subnet.securityGroupId),
      natGateway: reference(subnet.natGatewayId),
      routeTable: reference(subnet.routeTableId),
    },
  };
}

export function networkJson(network: DemoNetwork): object {
  return {
    id: network.id,
    name: network.name,
    type: 'Microsoft.Network/virtualNetworks',
    location: network.location,
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: [network.addressSpace] },
      subnets: network.subnets.map(subnetJson),
      virtualNetworkPeerings: peeringsJson(network),
    },
  };
}

export function peeringsJson({ id, peeredIds }: DemoNetwork): readonly object[] {
  return peeredIds.map((peer) => {
    const name = `to-${peer.split('/').at(-1)}`;
    return {
      id: `${id}/virtualNetworkPeerings/${name}`,
      name,
      properties: {
        provisioningState: 'Succeeded',
        peeringState: 'Connected',
        allowVirtualNetworkAccess: true,
        remoteVirtualNetwork: { id: peer },
      },
    };
  });
}

function securityGroupJson({ id, location, name, rules }: DemoSecurityGroup): object {
  return {
    id,
    name,
    type: 'Microsoft.Network/networkSecurityGroups',
    location,
    properties: {
      provisioningState: 'Succeeded',
      securityRules: rules.map((rule) => ({
        id: `${id}/securityRules/${rule.name}`,
        name: rule.name,
        properties: {
          provisioningState: 'Succeeded',
          protocol: rule.protocol,
          sourcePortRange: '*',
          sourceAddressPrefixes: rule.sources,
          priority: rule.priority,
          access: rule.access,
          direction: rule.direction,
          ...oneOrMany('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destinations),
          ...oneOrMany('destinationPortRange', 'destinationPortRanges', rule.ports),
        },
      })),
      defaultSecurityRules: defaultRules(id),
    },
  };
}

/** Azure writes one value in the singular field and several in the plural one. */
function oneOrMany(one: string, many: string, values: readonly string[]): object {
  return values.length === 1 ? { [one]: values[0] } : { [many]: values };
}

function defaultRules(id: string): readonly object[] {
  const rule = (name: string, priority: number, direction: string, access: string, to: string) => ({
    id: `${id}/defaultSecurityRules/${name}`,
    name,
    properties: {
      provisioningState: 'Succeeded',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: to,
      access,
      priority,
      direction,
    },
  });
  return [
    rule('AllowVnetInBound', 65000, 'Inbound', 'Allow', 'VirtualNetwork'),
    rule('DenyAllInBound', 65500, 'Inbound', 'Deny', '*'),
    rule('AllowVnetOutBound', 65000, 'Outbound', 'Allow', 'VirtualNetwork'),
    rule('AllowInternetOutBound', 65001, 'Outbound', 'Allow', 'Internet'),
    rule('DenyAllOutBound', 65500, 'Outbound', 'Deny', '*'),
  ];
}

/** A Developer Bastion has no subnet of its own: it names its network. */
export function bastionJson(bastion: DemoBastion): object {
  const { id, location, name, networkId, sku } = bastion;
  return {
    id,
    name,
    type: 'Microsoft.Network/bastionHosts',
    location,
    sku: { name: sku },
    properties: {
      provisioningState: bastion.provisioningState,
      dnsName: `bst-${name}.bastion.azure.com`,
      enableTunneling: bastion.allowsTunneling,
      enableIpConnect: bastion.allowsIpConnect,
      ...(sku === 'Developer'
        ? { virtualNetwork: { id: networkId } }
        : {
            ipConfigurations: [
              {
                id: `${id}/bastionHostIpConfigurations/IpConf`,
                name: 'IpConf',
                properties: { subnet: { id: `${networkId}/subnets/AzureBastionSubnet` } },
              },
            ],
          }),
    },
  };
}
