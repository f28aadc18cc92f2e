import type { DemoNic, DemoVm } from './complete-vm';
import type { DemoBastion, DemoNetwork, DemoSecurityGroup } from './tenant-schema';

export function nicJson(vm: DemoVm, nic: DemoNic, expandsAddress: (id: string) => boolean): object {
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

export function publicAddressJson({ location }: DemoVm, nic: DemoNic): object {
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

export function subnetJson(subnet: DemoNetwork['subnets'][number]): object {
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

type DescribedGroup = Pick<DemoSecurityGroup, 'id' | 'location' | 'name' | 'rules'>;

export function securityGroupJson({ id, location, name, rules }: DescribedGroup) {
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

function defaultRules(id: string) {
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
