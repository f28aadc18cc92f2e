import { expect, it } from 'vitest';
import { targetNameIsRegistered } from '../../../../shared/preflight/checks/target-name-is-registered';
import { aDevice, aVm, type Case, problem, verdictOf } from '../builders';
import { aTarget, resolved, unresolved } from '../connection-builders';

const routes = { 'web-account': 'fail', 'bastion-client': 'warn', 'bastion-portal': 'warn' } as const;
const unregistered = aTarget({ isRegistered: false });

it.each<Case>([
  [
    'a registered name',
    { target: aTarget() },
    { status: 'pass', found: 'Entra ID knows this VM as WEB-01.' },
  ],
  [
    'a name Entra ID does not know, and the one it does',
    {
      target: unregistered,
      vmDevices: [aDevice({ hostNames: ['WEB-OLD'] })],
      nameCandidates: [
        { name: 'WEB-01', source: 'computer-name', isRegistered: false },
        { name: 'WEB-OLD', source: 'device', isRegistered: true },
      ],
      nameResolutions: [resolved('WEB-01', '10.1.0.5'), unresolved('WEB-OLD')],
    },
    {
      status: 'fail',
      found: 'Entra ID knows this VM as WEB-OLD, so signing in to WEB-01 ends in AADSTS293004.',
      remedies: [
        'do: Connect to WEB-OLD, and make that name resolve here, in DNS or in the hosts file: 10.1.0.5 WEB-OLD',
        'ask: Please set the primary DNS suffix of the VM so that Entra ID registers WEB-01, or add a DNS record for WEB-OLD.',
      ],
      routes,
    },
  ],
  [
    'a device whose names are no host names',
    { target: unregistered, vmDevices: [aDevice()], nameCandidates: [] },
    {
      status: 'fail',
      found: 'Entra ID knows this VM by another name, so signing in to WEB-01 ends in AADSTS293004.',
      remedies: [
        'ask: Please set the primary DNS suffix of the VM so that Entra ID registers WEB-01, or add a DNS record for the name it is registered by.',
      ],
      routes,
    },
  ],
  [
    'a VM without a device',
    { target: unregistered, vmDevices: [] },
    { status: 'skip', because: 'Entra ID has no device for this VM, and so no name for it.' },
  ],
  [
    'devices that could not be read',
    {
      target: aTarget({ isRegistered: null }),
      vmDevices: problem('access-denied', 'Graph denied it.', 'Device.Read.All (Microsoft Graph)'),
    },
    { status: 'unknown', because: 'Graph denied it.', missing: 'Device.Read.All (Microsoft Graph)' },
  ],
  [
    'a longer name, with only the display name to go by',
    {
      target: aTarget({ address: 'web-01.corp.example', isRegistered: null }),
      vmDevices: [aDevice({ hostNames: null })],
    },
    { status: 'unknown', because: 'Whether Entra ID knows the VM as web-01.corp.example could not be read.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(targetNameIsRegistered, known)).toEqual(expected);
});

const known = (...names: string[]) =>
  names.map((name) => ({ name, source: 'device', isRegistered: true }) as const);

it.each([
  [
    'a longer form of a registered name',
    {
      target: aTarget({ address: 'web-01.corp.example', isRegistered: false }),
      nameCandidates: known('WEB-01'),
    },
    'To Entra ID a short name and its longer form are two names.',
  ],
  [
    'the short form of a registered name',
    { target: unregistered, nameCandidates: known('web-01.corp.example') },
    'To Entra ID a short name and its longer form are two names.',
  ],
  [
    'a public DNS label',
    {
      target: aTarget({ address: 'acc.westeurope.cloudapp.azure.com', isRegistered: false }),
      nameCandidates: known('WEB-01'),
    },
    'It is the public DNS label, which Windows does not know.',
  ],
  [
    'a public DNS label that begins with the registered name',
    {
      target: aTarget({ address: 'web-01.westeurope.cloudapp.azure.com', isRegistered: false }),
      nameCandidates: known('WEB-01'),
    },
    'It is the public DNS label, which Windows does not know.',
  ],
  [
    'the resource name',
    {
      target: aTarget({ address: 'accounting-web-server-01', isRegistered: false }),
      vm: aVm({ name: 'accounting-web-server-01', computerName: 'ACC-WEB-01' }),
      nameCandidates: known('ACC-WEB-01'),
    },
    'It is the name of the VM in Azure; Windows is called ACC-WEB-01.',
  ],
  [
    'a renamed VM',
    { target: unregistered, vm: aVm({}, { computerName: 'WEB-NEW' }), nameCandidates: known('WEB-NEW') },
    'The VM was made as WEB-01 and is called WEB-NEW now.',
  ],
])('tells apart %s', (_, facts, reason) => {
  const { found } = verdictOf(targetNameIsRegistered, { vmDevices: [aDevice()], ...facts });
  expect(found).toMatch(/ends in AADSTS293004\. /);
  expect(found).toContain(reason);
});
