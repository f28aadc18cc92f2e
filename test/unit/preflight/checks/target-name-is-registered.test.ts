import { expect, it } from 'vitest';
import { targetNameIsRegistered } from '../../../../shared/preflight/checks/target-name-is-registered';
import { aDevice, type Case, problem, verdictOf } from '../builders';
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
