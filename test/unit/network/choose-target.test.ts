import { describe, expect, it } from 'vitest';
import { type NetworkInterface, VirtualMachine } from '../../../shared/azure/virtual-machine';
import type { EntraDevice } from '../../../shared/entra/device';
import { AppError } from '../../../shared/errors/app-error';
import { isRegistered, nameCandidates } from '../../../shared/network/candidates';
import { chooseTarget, type TargetChoice } from '../../../shared/network/choose-target';
import type { NameResolution } from '../../../shared/network/resolution';

const vm = VirtualMachine.parse({
  id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/accounting-web-server-01',
  name: 'accounting-web-server-01',
  subscriptionId: 's',
  resourceGroup: 'rg',
  location: 'westeurope',
  tags: {},
  computerName: 'ACC-WEB-01',
  osType: 'Windows',
  image: null,
  identity: null,
  networkInterfaceIds: [],
  createdAt: null,
  instanceView: null,
});

const device = (changes: Partial<EntraDevice> = {}): EntraDevice => ({
  objectId: 'o',
  deviceId: 'd',
  displayName: 'acc-web-01',
  isEnabled: true,
  trustType: 'AzureAd',
  registeredAt: null,
  lastSignInAt: null,
  azureResourceId: vm.id,
  hostNames: ['acc-web-01'],
  ...changes,
});

const nic: NetworkInterface = {
  id: 'nic',
  privateAddresses: ['10.0.0.4'],
  publicAddresses: ['203.0.113.4'],
  publicNames: ['acc.westeurope.cloudapp.azure.com'],
  subnetId: null,
  networkSecurityGroupId: null,
  dnsSuffix: 'abc.internal.cloudapp.net',
};

const found = (name: string, address = '10.0.0.4'): NameResolution => ({
  name,
  addresses: [{ address, family: 'IPv4' }],
  error: null,
});
const notFound = (name: string): NameResolution => ({ name, addresses: [], error: 'ENOTFOUND' });

describe('candidates', () => {
  const from = (changes: Partial<Parameters<typeof nameCandidates>[0]> = {}) =>
    nameCandidates({ vm, vmDevice: device(), hostName: null, insisted: null, ...changes });

  it('are the computer name first, then what Windows and Entra ID say, then DNS names', () => {
    const renamed = {
      ...vm,
      instanceView: {
        computerName: 'RENAMED-01',
        osName: null,
        osVersion: null,
        powerState: null,
        agent: null,
        rdpThumbprint: null,
      },
    };
    const vmDevice = device({ hostNames: ['acc-web-01', 'acc-web-01.corp.example'] });
    expect(from({ vm: renamed, vmDevice, networkInterfaces: [nic] })).toEqual([
      { name: 'ACC-WEB-01', source: 'computer-name', isRegistered: true },
      { name: 'RENAMED-01', source: 'instance-view', isRegistered: false },
      { name: 'acc-web-01.corp.example', source: 'device', isRegistered: true },
      { name: 'ACC-WEB-01.abc.internal.cloudapp.net', source: 'computer-name', isRegistered: false },
      { name: 'acc.westeurope.cloudapp.azure.com', source: 'public-name', isRegistered: false },
    ]);
  });

  it('never hold the resource name', () => {
    expect(from({ networkInterfaces: [nic] }).map(({ name }) => name)).not.toContain(vm.name);
  });

  it('start with what the person insists on or names', () => {
    expect(from({ vm: null, vmDevice: undefined, hostName: 'web-09', insisted: '10.0.0.9' })).toEqual([
      { name: '10.0.0.9', source: 'given', isRegistered: null },
      { name: 'web-09', source: 'given', isRegistered: null },
    ]);
  });

  it('leave out a display name that is no host name', () => {
    expect(from({ vmDevice: device({ displayName: "Ada's VM", hostNames: null }) })).toEqual([
      { name: 'ACC-WEB-01', source: 'computer-name', isRegistered: false },
    ]);
  });
});

it.each([
  ['one of its host names', 'ACC-WEB-01', device(), true],
  ['a name it does not have', 'acc-web-01.corp.example', device(), false],
  ['its display name, without host names', 'acc-web-01', device({ hostNames: null }), true],
  ['a longer form of it, without host names', 'acc-web-01.corp.example', device({ hostNames: null }), null],
  ['another name, without host names', 'web-02', device({ hostNames: null }), false],
  ['any name, without a device', 'acc-web-01', null, false],
  ['any name, where the device was not read', 'acc-web-01', undefined, null],
])('registered: %s', (_, name, entraDevice, expected) => {
  expect(isRegistered(name, entraDevice)).toBe(expected);
});

describe('the target', () => {
  const choose = (changes: Partial<TargetChoice> & { vmDevice?: EntraDevice | null | undefined } = {}) => {
    const vmDevice = 'vmDevice' in changes ? changes.vmDevice : device();
    return chooseTarget({
      candidates: nameCandidates({ vm, vmDevice, hostName: null, insisted: null }),
      resolutions: [found('ACC-WEB-01')],
      insistedAddress: null,
      port: 3389,
      publicNames: null,
      publicAddresses: null,
      ...changes,
    });
  };

  it('is the computer name where it is registered and resolves', () => {
    expect(choose()).toEqual({
      address: 'ACC-WEB-01',
      port: 3389,
      why: "ACC-WEB-01 is the VM's computer name, is registered in Entra ID and resolves.",
      isRegistered: true,
      resolves: true,
      passwordFallback: null,
    });
  });

  it('is the registered FQDN where only that resolves', () => {
    expect(
      choose({
        vmDevice: device({ hostNames: ['acc-web-01', 'acc-web-01.corp.example'] }),
        resolutions: [notFound('ACC-WEB-01'), found('acc-web-01.corp.example')],
      }),
    ).toMatchObject({
      address: 'acc-web-01.corp.example',
      why: 'acc-web-01.corp.example is registered in Entra ID and resolves, while the computer name ACC-WEB-01 does not resolve.',
      isRegistered: true,
      resolves: true,
    });
  });

  it('is the registered name where the computer name is not', () => {
    expect(
      choose({
        vmDevice: device({ hostNames: ['web-new'] }),
        resolutions: [found('ACC-WEB-01'), found('web-new')],
      }),
    ).toMatchObject({ address: 'web-new', why: expect.stringContaining('is not registered') });
  });

  it('is the computer name where the registered one does not resolve', () => {
    expect(
      choose({
        vmDevice: device({ hostNames: ['web-new'] }),
        resolutions: [found('ACC-WEB-01'), notFound('web-new')],
      }),
    ).toMatchObject({
      address: 'ACC-WEB-01',
      why: "ACC-WEB-01 is the VM's computer name; no name that Entra ID knows the VM by (web-new) resolves here.",
      isRegistered: false,
      resolves: true,
    });
  });

  it.each([
    ['could not be read', undefined, 'the names Entra ID knows it by could not be read', null],
    ['is missing', null, 'Entra ID knows the VM by no name', false],
  ])('is the computer name where the device %s', (_, vmDevice, why, registered) => {
    expect(choose({ vmDevice })).toMatchObject({
      address: 'ACC-WEB-01',
      why: expect.stringContaining(why),
      isRegistered: registered,
    });
  });

  it('is never a public name or address, which only the password route may fall back to', () => {
    expect(
      choose({
        resolutions: [notFound('ACC-WEB-01'), found('acc.cloudapp.example', '203.0.113.4')],
        publicNames: ['acc.cloudapp.example'],
        publicAddresses: ['203.0.113.4'],
      }),
    ).toMatchObject({
      address: 'ACC-WEB-01',
      resolves: false,
      passwordFallback: 'acc.cloudapp.example',
      why: expect.stringContaining('signing in with a password would go to acc.cloudapp.example'),
    });
  });

  it.each([
    ['the address where the public name does not resolve', ['acc.example'], ['203.0.113.4'], '203.0.113.4'],
    ['the public name where the address was not read', ['acc.example'], null, 'acc.example'],
    ['nothing where there is nothing public', [], [], null],
    ['nothing where nothing could be read', null, null, null],
  ])('falls back to %s', (_, publicNames, publicAddresses, passwordFallback) => {
    expect(choose({ resolutions: [], publicNames, publicAddresses })).toMatchObject({ passwordFallback });
  });

  it('names the private address where no name leads there', () => {
    expect(choose({ resolutions: [], privateAddresses: ['10.0.0.4'] }).why).toBe(
      "ACC-WEB-01 is the VM's computer name and is registered in Entra ID; it does not resolve here (the VM's private address is 10.0.0.4).",
    );
  });

  it('is what the person insists on, and whether it is registered is still told', () => {
    expect(choose({ insistedAddress: '10.0.0.9', port: 3390 })).toEqual({
      address: '10.0.0.9',
      port: 3390,
      why: '10.0.0.9 is the address you asked for.',
      isRegistered: null,
      resolves: true,
      passwordFallback: null,
    });
    expect(choose({ insistedAddress: 'acc-web-01' })).toMatchObject({ isRegistered: true, resolves: true });
  });

  it('is the host name given in place of a VM', () => {
    const candidates = nameCandidates({ vm: null, vmDevice: undefined, hostName: 'web-09', insisted: null });
    expect(choose({ candidates, resolutions: [] })).toMatchObject({
      address: 'web-09',
      why: 'web-09 is the name you gave; it does not resolve here.',
      isRegistered: null,
    });
  });

  it.each([
    ['that resolves', [notFound('acc.corp.example'), found('ACC-WEB-01')], 'ACC-WEB-01', 'in the last list'],
    ['there is', [notFound('acc.corp.example')], 'acc.corp.example', 'in the profile of the VM'],
  ])(
    'is the first name %s of those known before, where the VM could not be read',
    (_, resolutions, name, why) => {
      const remembered = [
        { name: 'acc.corp.example', source: 'profile' },
        { name: '10.0.0.4', source: 'profile' },
        { name: 'ACC-WEB-01', source: 'last-list' },
      ] as const;
      const nothing = { vm: null, vmDevice: undefined, hostName: null, insisted: null };
      const target = choose({ candidates: nameCandidates({ ...nothing, remembered }), resolutions });
      expect(target).toMatchObject({ address: name, isRegistered: null, why: expect.stringContaining(why) });
    },
  );

  it('is not guessed where nothing says what Windows is called', () => {
    expect(() => choose({ candidates: [] })).toThrow(AppError);
  });
});
