import { expect, it } from 'vitest';
import { targetResolvesToTheVm } from '../../../../shared/preflight/checks/target-resolves-to-the-vm';
import { type Case, problem, verdictOf, vmId } from '../builders';
import { aNic, aTarget, resolved, whatServersSay } from '../connection-builders';

const target = aTarget();

it.each<Case>([
  [
    "the VM's private address",
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.5')],
      networkInterfaces: [aNic()],
      addressOwners: [],
    },
    { status: 'pass', found: "WEB-01 leads to 10.1.0.5, this VM's address." },
  ],
  [
    'one of several, in another spelling',
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.9.9.9', '2001:0DB8:0::5')],
      networkInterfaces: [aNic({ privateAddresses: ['10.1.0.5', '2001:db8::5'] })],
      addressOwners: [],
    },
    { status: 'pass', found: "WEB-01 leads to 2001:0DB8:0::5, this VM's address." },
  ],
  [
    'an address somebody insists on',
    {
      target: aTarget({ address: '203.0.113.5' }),
      nameResolutions: [],
      networkInterfaces: [aNic({ publicAddresses: ['203.0.113.5'] })],
    },
    { status: 'pass', found: "203.0.113.5 leads to 203.0.113.5, this VM's address." },
  ],
  [
    "another VM's address",
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.9')],
      networkInterfaces: [aNic()],
      addressOwners: [{ address: '10.1.0.9', vmId, vmName: 'db-01' }],
    },
    {
      status: 'fail',
      found: 'WEB-01 leads to 10.1.0.9, and that is another VM, db-01.',
      remedies: [
        'do: Look for a line with WEB-01 in the hosts file of this PC, and correct it. The right one is: 10.1.0.5 WEB-01',
        'ask: Please correct the DNS record of WEB-01: it points to 10.1.0.9, which is another VM, db-01, and should point to 10.1.0.5.',
      ],
    },
  ],
  [
    "another VM's address, by the hosts file",
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.9')],
      networkInterfaces: [aNic()],
      addressOwners: [{ address: '10.1.0.9', vmId, vmName: 'db-01' }],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': ['10.1.0.5'] }, ['10.1.0.9']),
    },
    {
      status: 'fail',
      found: 'WEB-01 leads to 10.1.0.9 (by the hosts file of this PC), and that is another VM, db-01.',
      remedies: [
        'do: Look for a line with WEB-01 in the hosts file of this PC, and correct it. The right one is: 10.1.0.5 WEB-01',
      ],
    },
  ],
  [
    "another VM's address, by a DNS server",
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.9')],
      networkInterfaces: [aNic()],
      addressOwners: [{ address: '10.1.0.9', vmId, vmName: 'db-01' }],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': ['10.1.0.9'] }),
    },
    {
      status: 'fail',
      found: 'WEB-01 leads to 10.1.0.9 (10.0.0.4 says 10.1.0.9), and that is another VM, db-01.',
      remedies: [
        'ask: Please correct the DNS record of WEB-01: it points to 10.1.0.9, which is another VM, db-01, and should point to 10.1.0.5.',
      ],
    },
  ],
  [
    'its own address, which another server does not give',
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.5')],
      networkInterfaces: [aNic()],
      addressOwners: [],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': ['10.1.0.5'], '10.0.0.5': ['10.1.0.9'] }),
    },
    {
      status: 'pass',
      found:
        "WEB-01 leads to 10.1.0.5, this VM's address. Not every DNS server says so: 10.0.0.4 says 10.1.0.5; 10.0.0.5 says 10.1.0.9.",
    },
  ],
  [
    'this PC itself, whatever else could be read',
    { target, nameResolutions: [resolved('WEB-01', '127.0.0.1')] },
    {
      status: 'fail',
      found: 'WEB-01 leads to 127.0.0.1, and that is this PC itself.',
      remedies: [
        'do: Look for a line with WEB-01 in the hosts file of this PC, and correct it.',
        'ask: Please correct the DNS record of WEB-01: it points to 127.0.0.1, which is this PC itself.',
      ],
    },
  ],
  [
    'an address of nobody we know',
    {
      target,
      nameResolutions: [resolved('WEB-01', '192.0.2.7')],
      networkInterfaces: [aNic()],
      addressOwners: [],
    },
    {
      status: 'warn',
      found:
        'WEB-01 leads to 192.0.2.7, and this VM has 10.1.0.5. Behind address translation, a load balancer or private access that is as it should be.',
      remedies: [
        'do: Make sure that the address leads to this VM; if not, correct the DNS record or hosts line.',
      ],
    },
  ],
  [
    'interfaces that could not be read',
    {
      target,
      nameResolutions: [resolved('WEB-01', '10.1.0.5')],
      networkInterfaces: problem(
        'access-denied',
        'Azure denied reading the interfaces.',
        'Reader on the network interface',
      ),
    },
    {
      status: 'unknown',
      because: 'Azure denied reading the interfaces.',
      missing: 'Reader on the network interface',
    },
  ],
  [
    'a name without an address',
    { target, nameResolutions: [], networkInterfaces: [aNic()] },
    { status: 'skip', because: 'WEB-01 resolves to no address.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(targetResolvesToTheVm, known)).toEqual(expected);
});
