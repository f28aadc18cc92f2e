import { expect, it } from 'vitest';
import { notOnTheVmsNetwork } from '../../../../shared/preflight/causes/not-on-the-vms-network';
import type { Facts } from '../../../../shared/preflight/fact';
import { aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const interfaces = (publicAddresses: string[]): Facts['networkInterfaces'] => [
  {
    id: 'nic-1',
    privateAddresses: ['10.1.0.4'],
    publicAddresses,
    publicNames: [],
    subnetId: null,
    networkSecurityGroupId: null,
    dnsSuffix: null,
  },
];
const target: Facts['target'] = {
  address: 'WEB-01',
  port: 3389,
  why: 'The only name.',
  isRegistered: true,
  resolves: false,
  passwordFallback: null,
};
const resolution = (...addresses: string[]): Facts['nameResolutions'] => [
  {
    name: 'WEB-01',
    addresses: addresses.map((address) => ({ address, family: 'IPv4' })),
    error: addresses.length ? null : 'ENOTFOUND',
  },
];
const unresolved: Known = { vm: aVm(), target, nameResolutions: resolution() };
const probed = (outcome: 'closed' | 'filtered'): Known => ({
  vm: aVm(),
  target: { ...target, resolves: true },
  nameResolutions: resolution('10.1.0.4'),
  networkInterfaces: interfaces([]),
  addressOwners: [],
  rdpProbe: { outcome, address: '10.1.0.4', port: 3389 },
});

it.each<[string, Known, string | null]>([
  [
    'private addresses only, and a name nobody here knows',
    { ...unresolved, networkInterfaces: interfaces([]) },
    'You do not seem to be on the network of this VM: it has private addresses only, and its name is not known here.',
  ],
  ['a public address', { ...unresolved, networkInterfaces: interfaces(['203.0.113.9']) }, null],
  ['addresses that could not be read', unresolved, null],
  [
    'a private address nothing gets to',
    probed('filtered'),
    'You are not on the network of this VM: it has private addresses only, and nothing from here gets to them.',
  ],
  ['a port that refuses, which proves that the VM is within reach', probed('closed'), null],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(notOnTheVmsNetwork, known)).toBe(sentence);
});
