import { describe, expect, it } from 'vitest';
import { bastionsOf } from '../../../main/azure/bastions';
import { onlyOne } from '../../../main/azure/find-vm';
import { addressesByVm } from '../../../main/azure/list-vms-by-subscription';
import { createSummaries } from '../../../main/azure/vm-summaries';

const id = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-01';
const summaryOf = (row: object) => createSummaries(() => 'Production')([{ id, ...row }])[0];

describe('a row of the VM list', () => {
  it('with nothing but an id still is a VM', () => {
    expect(summaryOf({})).toEqual({
      id,
      name: 'web-01',
      computerName: null,
      subscriptionId: 's1',
      subscriptionName: 'Production',
      tenantId: null,
      resourceGroup: 'rg',
      location: '',
      os: null,
      osVersion: null,
      osType: null,
      powerState: null,
      privateIps: null,
      publicIps: null,
      hasSystemAssignedIdentity: false,
      loginExtension: null,
    });
  });

  it.each([
    [
      'read',
      { privateIps: ['10.0.0.4'], publicIps: ['', '203.0.113.4'], unreadPublicIps: 0 },
      ['10.0.0.4'],
      ['203.0.113.4'],
    ],
    ['known to be none', { privateIps: ['10.0.0.4'], publicIps: [''], unreadPublicIps: 0 }, ['10.0.0.4'], []],
    [
      'named but not readable',
      { privateIps: ['10.0.0.4'], publicIps: [], unreadPublicIps: 1 },
      ['10.0.0.4'],
      null,
    ],
    ['not read', { privateIps: null, publicIps: null, unreadPublicIps: null }, null, null],
  ])('has addresses that are %s', (_, row, privateIps, publicIps) => {
    expect(summaryOf(row)).toMatchObject({ privateIps, publicIps });
  });

  it.each([[{ id: 'nonsense' }], [{ id: 7 }], [{ id: null }]])('is dropped when it is none: %j', (row) => {
    expect(createSummaries(() => null)([row])).toEqual([]);
  });

  it('finds the system-assigned identity beside others', () => {
    expect(summaryOf({ identityType: 'SystemAssigned, UserAssigned' })?.hasSystemAssignedIdentity).toBe(true);
    expect(summaryOf({ identityType: 'UserAssigned' })?.hasSystemAssignedIdentity).toBe(false);
  });
});

describe('rows of Bastions and peerings', () => {
  it('put each Bastion in its network, of whatever SKU, and drop peerings that are not up', () => {
    const peering = (remote: string, peeringState?: string) => ({
      properties: { remoteVirtualNetwork: { id: remote }, ...(peeringState && { peeringState }) },
    });
    const bastions = bastionsOf([
      {
        id: 'b1',
        name: 'hub',
        type: 'microsoft.network/bastionhosts',
        sku: 'Standard',
        allowsTunneling: true,
        subnetId: '/net/Hub/subnets/AzureBastionSubnet',
      },
      {
        id: 'b2',
        name: 'dev',
        type: 'microsoft.network/bastionhosts',
        sku: 'Developer',
        subnetId: '',
        networkId: '/net/Dev',
      },
      {
        id: '/net/Hub',
        type: 'microsoft.network/virtualnetworks',
        peerings: [peering('/net/Spoke'), peering('/net/Gone', 'Disconnected')],
      },
      { id: '/net/Odd', type: 'microsoft.network/virtualnetworks', peerings: 'none' },
    ]);
    expect(
      bastions.hosts.map(({ name, networkId, allowsTunneling }) => [name, networkId, allowsTunneling]),
    ).toEqual([
      ['hub', '/net/hub', true],
      ['dev', '/net/dev', false],
    ]);
    expect(bastions.peerings).toEqual([{ from: '/net/hub', to: '/net/spoke' }]);
  });
});

describe('addresses by VM', () => {
  const nic = (privateIPAddress: string, publicId?: string) => ({
    location: 'westeurope',
    virtualMachine: { id: 'VM' },
    ipConfigurations: [
      { privateIPAddress, ...(publicId && { publicIPAddress: { id: publicId, location: '' } }) },
    ],
  });

  it('come from all of its interfaces', () => {
    const known = new Map([['pip', '203.0.113.4']]);
    expect(addressesByVm([nic('10.0.0.4', 'PIP'), nic('10.0.1.4')], known).get('vm')).toEqual({
      privateIps: ['10.0.0.4', '10.0.1.4'],
      publicIps: ['203.0.113.4'],
    });
  });

  it.each([
    ['could not be listed', null],
    ['is not among those listed', new Map<string, string | null>()],
  ])('have unknown public ones where one %s', (_, publicIps) => {
    expect(addressesByVm([nic('10.0.0.4', 'PIP')], publicIps).get('vm')?.publicIps).toBeNull();
  });

  it('have none where the public one has no address at the moment', () => {
    expect(addressesByVm([nic('10.0.0.4', 'PIP')], new Map([['pip', null]])).get('vm')?.publicIps).toEqual(
      [],
    );
  });
});

it('takes a resource name before another VM’s computer name', () => {
  const rows = [
    { id, name: 'web-01', computerName: 'OTHER' },
    { id: id.replace('web-01', 'web-02'), name: 'web-02', computerName: 'web-01' },
  ];
  expect(onlyOne('WEB-01', createSummaries(() => null)(rows))).toEqual({
    id,
    name: 'web-01',
    tenantId: null,
  });
});
