import { describe, expect, it } from 'vitest';
import { egressOf, outboundRulesOf } from '../../../main/azure/outbound-access';
import type { NetworkInterface } from '../../../shared/azure/virtual-machine';

const nic: NetworkInterface = {
  id: 'nic',
  privateAddresses: ['10.0.0.4'],
  publicAddresses: [],
  publicNames: [],
  subnetId: 'subnet',
  networkSecurityGroupId: null,
  dnsSuffix: null,
};
const privateSubnet = { defaultOutboundAccess: false };

describe('the way out', () => {
  it.each([
    ['an ordinary subnet', [nic], [{ defaultOutboundAccess: true }], false, true],
    ['a private subnet', [nic], [privateSubnet], true, false],
    [
      'a private subnet with a NAT gateway',
      [nic],
      [{ ...privateSubnet, natGateway: { id: 'nat' } }],
      true,
      true,
    ],
    [
      'a private subnet and a public address',
      [{ ...nic, publicAddresses: ['203.0.113.4'] }],
      [privateSubnet],
      true,
      true,
    ],
    [
      'a private subnet with a route table',
      [nic],
      [{ ...privateSubnet, routeTable: { location: 'westeurope' } }],
      true,
      null,
    ],
    [
      'a private subnet behind a load balancer',
      [{ ...nic, isBehindLoadBalancer: true }],
      [privateSubnet],
      true,
      null,
    ],
    ['a subnet that does not say', [nic], [{}], null, null],
    ['no subnet that was read', [nic], [], null, null],
  ])('of %s', (_, interfaces, subnets, isPrivateSubnet, hasEgress) => {
    expect(egressOf(interfaces, subnets)).toEqual({ isPrivateSubnet, hasEgress });
  });
});

it('lists outbound rules in the order they are tried, with every destination and port', () => {
  const rules = outboundRulesOf('nsg', {
    location: 'westeurope',
    securityRules: [
      { name: 'in', direction: 'Inbound', priority: 100, access: 'Allow', protocol: '*' },
      {
        name: 'late',
        direction: 'Outbound',
        priority: 900,
        access: 'Deny',
        protocol: 'Tcp',
        destinationAddressPrefix: 'Internet',
        destinationPortRange: '443',
      },
      {
        name: 'early',
        direction: 'Outbound',
        priority: 110,
        access: 'Allow',
        protocol: 'Tcp',
        destinationAddressPrefix: '',
        destinationAddressPrefixes: ['AzureActiveDirectory', '10.0.0.0/8'],
        destinationPortRanges: ['80', '443'],
      },
    ],
    defaultSecurityRules: [
      {
        name: 'DenyAllOutBound',
        direction: 'Outbound',
        priority: 65500,
        access: 'Deny',
        protocol: '*',
        destinationAddressPrefix: '*',
        destinationPortRange: '*',
      },
    ],
  });
  expect(rules.map(({ name }) => name)).toEqual(['early', 'late', 'DenyAllOutBound']);
  expect(rules[0]).toMatchObject({
    destinations: ['AzureActiveDirectory', '10.0.0.0/8'],
    ports: ['80', '443'],
  });
  expect(rules[1]).toMatchObject({ access: 'Deny', destinations: ['Internet'], ports: ['443'] });
});
