import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../shared/preflight/check-id';
import { judgeChecks } from '../../../shared/preflight/judge';
import { checks } from '../../../shared/preflight/registry';
import type { Status } from '../../../shared/preflight/verdict';
import {
  aDevice,
  aLoginExtension,
  anAccount,
  aVm,
  circumstances,
  gatheredFrom,
  type Known,
  otherTenantId,
  problem,
  tenantId,
} from './builders';
import { aJoin, aTarget } from './connection-builders';

const healthy: Known = {
  cloud: 'global',
  account: anAccount(),
  subscription: { id: 's', name: 'Production', tenantId },
  vm: aVm(),
  vmExtensions: [aLoginExtension()],
  vmDevices: [aDevice()],
  namesakeDevices: [aDevice()],
  permissions: [
    {
      actions: [],
      notActions: [],
      dataActions: ['Microsoft.Compute/virtualMachines/login/action'],
      notDataActions: [],
    },
  ],
  denyAssignments: [],
  outboundAccess: { rules: [], isPrivateSubnet: false, hasEgress: true },
};
const judged = (changes: Known) =>
  judgeChecks(checks, gatheredFrom({ ...healthy, ...changes }), circumstances);
const withStatus = (status: Status, changes: Known) =>
  judged(changes)
    .filter((result) => result.status === status)
    .map(({ id }) => id);

describe('of one VM, what fails', () => {
  const notReady = { version: 'Unknown', isReady: false, status: 'Not Ready' };
  const domainJoin = aLoginExtension({
    name: 'joindomain',
    publisher: 'Microsoft.Compute',
    type: 'JsonADDomainExtension',
  });

  it.each<[string, Known, CheckId[]]>([
    ['when it is healthy', {}, []],
    [
      'when it runs Linux',
      { vm: aVm({ osType: 'Linux' }), vmExtensions: [], vmDevices: [] },
      ['vm-runs-windows'],
    ],
    [
      'when it runs Linux and, of course, nothing answers as RDP',
      {
        vm: aVm({ osType: 'Linux' }),
        vmExtensions: [],
        vmDevices: [],
        target: aTarget(),
        rdpProbe: { outcome: 'closed', address: '10.1.0.5', port: 3389 },
      },
      ['vm-runs-windows'],
    ],
    [
      'when its subscription moved and its identity stayed behind: that, not account or PC',
      {
        vm: aVm({ identity: { type: 'SystemAssigned', principalId: null, tenantId: otherTenantId } }),
        pcJoin: aJoin(),
      },
      ['vm-identity-is-of-this-tenant'],
    ],
    ['when it is stopped', { vm: aVm({}, { powerState: 'deallocated', agent: null }) }, ['vm-is-running']],
    [
      'when it is stopped and the role is missing: both',
      { vm: aVm({}, { powerState: 'stopped' }), permissions: [] },
      ['vm-is-running', 'login-role-is-assigned'],
    ],
    [
      'when it is in a domain: that, and not what follows from it',
      { vmExtensions: [domainJoin], vmDevices: [aDevice({ trustType: 'ServerAd' })] },
      ['vm-is-not-joined-elsewhere'],
    ],
    [
      'when its agent is not ready and it never joined',
      { vm: aVm({}, { agent: notReady, osVersion: null }), vmDevices: [], namesakeDevices: [] },
      ['vm-agent-is-ready', 'entra-device-exists'],
    ],
    ['when its agent is not ready and it has joined', { vm: aVm({}, { agent: notReady }) }, []],
    ['when it has no identity any more and has joined', { vm: aVm({ identity: null }) }, []],
    [
      'when the extension is missing',
      { vmExtensions: [], vmDevices: [], namesakeDevices: [] },
      ['login-extension-is-installed', 'entra-device-exists'],
    ],
    [
      'when the extension succeeded and another device has its name',
      {
        vmDevices: [],
        namesakeDevices: [
          aDevice({ objectId: 'other', azureResourceId: null, registeredAt: '2025-06-01T00:00:00Z' }),
        ],
      },
      ['entra-device-exists', 'entra-device-is-unique'],
    ],
    [
      'when its device is disabled',
      { vmDevices: [aDevice({ isEnabled: false })] },
      ['entra-device-is-enabled'],
    ],
    [
      'when it is Windows Server 2016',
      {
        vm: aVm({ image: null }, { osName: 'Windows Server 2016 Datacenter', osVersion: '10.0.14393.8330' }),
      },
      ['vm-os-supports-entra-sign-in'],
    ],
    [
      'when it is Windows Server 2016 and has not joined: not that it lacks an extension it cannot have',
      {
        vm: aVm({ image: null }, { osName: 'Windows Server 2016 Datacenter', osVersion: '10.0.14393.8330' }),
        vmExtensions: [],
        vmDevices: [],
        namesakeDevices: [],
      },
      ['vm-os-supports-entra-sign-in', 'entra-device-exists'],
    ],
    [
      'when it is Windows Server 2019',
      {
        vm: aVm({ image: null }, { osName: 'Windows Server 2019 Datacenter', osVersion: '10.0.17763.7434' }),
      },
      ['vm-os-supports-web-account'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(withStatus('fail', changes)).toEqual(expected);
  });
});

it('keeps the password route of Windows Server 2019 open', () => {
  const vm = aVm({ image: null }, { osVersion: '10.0.17763.7434' });
  const result = judged({ vm }).find(({ id }) => id === 'vm-os-supports-web-account');
  expect(result?.routes).toEqual({
    'web-account': 'fail',
    'bastion-client': 'fail',
    'bastion-portal': 'fail',
  });
});

it.each<CheckId>([
  'vm-agent-is-ready',
  'vm-has-system-assigned-identity',
  'login-extension-is-installed',
  'login-extension-succeeded',
])('passes %s for somebody who cannot read devices', (id) => {
  const results = judged({ vmDevices: problem(), namesakeDevices: problem() });
  expect(results.find((result) => result.id === id)?.status).toBe('pass');
});
