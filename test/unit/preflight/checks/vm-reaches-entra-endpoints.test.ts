import { expect, it } from 'vitest';
import { vmReachesEntraEndpoints } from '../../../../shared/preflight/checks/vm-reaches-entra-endpoints';
import type { Facts } from '../../../../shared/preflight/fact';
import { aDevice, aVm, type Case, problem, verdictOf } from '../builders';

type Rule = Facts['outboundAccess']['rules'][number];
const rule = (changes: Partial<Rule> = {}): Rule => ({
  name: 'deny-internet',
  group: 'nsg-app',
  priority: 100,
  access: 'Deny',
  protocol: '*',
  destinations: ['Internet'],
  ports: ['*'],
  ...changes,
});
const allowEntra = rule({
  name: 'allow-entra',
  access: 'Allow',
  destinations: ['AzureActiveDirectory'],
  ports: ['443'],
  protocol: 'Tcp',
});
const open = { rules: [], isPrivateSubnet: false, hasEgress: true };
const vm = aVm();

it.each<Case>([
  [
    'no rule in the way',
    { vm, outboundAccess: open, vmDevices: [] },
    {
      status: 'pass',
      found:
        'No security rule keeps web-01 from enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net. Firewalls and DNS inside the network are not seen from here.',
    },
  ],
  [
    'no rule in the way, in Azure China',
    { vm, cloud: 'china', outboundAccess: open },
    {
      status: 'pass',
      found:
        'No security rule keeps web-01 from enterpriseregistration.partner.microsoftonline.cn, login.chinacloudapi.cn, pas.chinacloudapi.cn. Firewalls and DNS inside the network are not seen from here.',
    },
  ],
  [
    'the internet denied to a VM that never joined',
    { vm, outboundAccess: { ...open, rules: [rule()] }, vmDevices: [] },
    {
      status: 'fail',
      found:
        'The rule deny-internet (priority 100) of nsg-app denies web-01 the way out on TCP 443. It has not joined Entra ID.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'the internet denied to a VM that has joined',
    { vm, outboundAccess: { ...open, rules: [rule()] }, vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'The rule deny-internet (priority 100) of nsg-app denies web-01 the way out on TCP 443. Sign-in and renewing the join need it.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'the internet denied, devices unreadable',
    { vm, outboundAccess: { ...open, rules: [rule()] } },
    {
      status: 'warn',
      found:
        'The rule deny-internet (priority 100) of nsg-app denies web-01 the way out on TCP 443. Sign-in and renewing the join need it.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'Entra allowed before the internet is denied',
    { vm, outboundAccess: { ...open, rules: [allowEntra, rule({ priority: 200 })] }, vmDevices: [] },
    {
      status: 'pass',
      found:
        'No security rule keeps web-01 from enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net. Firewalls and DNS inside the network are not seen from here.',
    },
  ],
  [
    'Entra allowed by one security group and denied by the other',
    {
      vm,
      outboundAccess: { ...open, rules: [allowEntra, rule({ group: 'nsg-subnet', ports: ['400-500'] })] },
      vmDevices: [],
    },
    {
      status: 'fail',
      found:
        'The rule deny-internet (priority 100) of nsg-subnet denies web-01 the way out on TCP 443. It has not joined Entra ID.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'denials of other ports, protocols and addresses',
    {
      vm,
      outboundAccess: {
        ...open,
        rules: [
          rule({ ports: ['80', '25-110'] }),
          rule({ protocol: 'Udp' }),
          rule({ destinations: ['10.0.0.0/8', 'VirtualNetwork'] }),
        ],
      },
      vmDevices: [],
    },
    {
      status: 'pass',
      found:
        'No security rule keeps web-01 from enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net. Firewalls and DNS inside the network are not seen from here.',
    },
  ],
  [
    'a private subnet without a way out, and no device',
    { vm, outboundAccess: { rules: [], isPrivateSubnet: true, hasEgress: false }, vmDevices: [] },
    {
      status: 'fail',
      found: 'web-01 is in a private subnet that has no way out to the internet. It has not joined Entra ID.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'a private subnet without a way out, but a device',
    { vm, outboundAccess: { rules: [], isPrivateSubnet: true, hasEgress: false }, vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'web-01 is in a private subnet that has no way out to the internet. Sign-in and renewing the join need it.',
      remedies: [
        'ask: Please let the VM web-01 (resource group rg-app) reach enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net on TCP 443.',
        'do: A security group knows the addresses as the service tag AzureActiveDirectory; a private subnet needs a NAT gateway or a firewall for its way out.',
      ],
    },
  ],
  [
    'a private subnet with a NAT gateway',
    { vm, outboundAccess: { rules: [], isPrivateSubnet: true, hasEgress: true }, vmDevices: [] },
    {
      status: 'pass',
      found:
        'No security rule keeps web-01 from enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net. Firewalls and DNS inside the network are not seen from here.',
    },
  ],
  [
    'a private subnet, its way out unreadable',
    { vm, outboundAccess: { rules: [], isPrivateSubnet: true, hasEgress: null }, vmDevices: [] },
    {
      status: 'unknown',
      because: 'web-01 is in a private subnet, and whether it has a way out could not be read.',
    },
  ],
  [
    'security rules that may not be read',
    {
      vm,
      outboundAccess: problem(
        'access-denied',
        'Azure denied reading the security groups.',
        'Reader on the network',
      ),
    },
    {
      status: 'unknown',
      because: 'Azure denied reading the security groups.',
      missing: 'Reader on the network',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(vmReachesEntraEndpoints, known)).toEqual(expected);
});
