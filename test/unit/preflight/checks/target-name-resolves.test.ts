import { expect, it } from 'vitest';
import { targetNameResolves } from '../../../../shared/preflight/checks/target-name-resolves';
import { type Case, problem, verdictOf } from '../builders';
import { aNic, aTarget, resolved, unresolved } from '../connection-builders';

const lost = aTarget({ resolves: false });
const remedies = (record: string, hostsLine: string) => [
  "do: Connect to the VM's network, for example by VPN, so that its DNS server is asked.",
  `ask: Please add a DNS record for WEB-01${record} in a zone this PC asks, or its DNS suffix to the search list.`,
  `do: Where you may, add this line to the hosts file of this PC: ${hostsLine} WEB-01`,
  'do: Or connect through Azure Bastion, which needs no name here.',
];

it.each<Case>([
  [
    'a name with addresses of both families',
    { target: aTarget(), nameResolutions: [resolved('web-01', '10.1.0.5', '2001:db8::5')] },
    { status: 'pass', found: 'WEB-01 resolves to 10.1.0.5 (IPv4), 2001:db8::5 (IPv6).' },
  ],
  [
    'an address somebody insists on',
    { target: aTarget({ address: '10.1.0.5' }), nameResolutions: [] },
    { status: 'pass', found: '10.1.0.5 is an address: there is no name to resolve.' },
  ],
  [
    'a name nobody knows',
    { target: lost, nameResolutions: [unresolved('WEB-01')], networkInterfaces: [aNic()] },
    {
      status: 'fail',
      found: 'WEB-01 does not resolve on this PC. A client given this name finds no computer.',
      remedies: remedies(' pointing to 10.1.0.5', '10.1.0.5'),
    },
  ],
  [
    'a name nobody knows, of a VM with a public address',
    {
      target: aTarget({ resolves: false, passwordFallback: '203.0.113.5' }),
      nameResolutions: [unresolved('WEB-01', 'ENODATA')],
    },
    {
      status: 'fail',
      found:
        'WEB-01 does not resolve on this PC. A client given this name finds no computer; signing in with a password can go to 203.0.113.5 instead.',
      remedies: remedies('', 'ADDRESS'),
      routes: { 'web-account': 'fail', password: 'warn' },
    },
  ],
  [
    'an empty answer',
    { target: lost, nameResolutions: [unresolved('WEB-01', null)] },
    {
      status: 'fail',
      found: 'WEB-01 does not resolve on this PC. A client given this name finds no computer.',
      remedies: remedies('', 'ADDRESS'),
    },
  ],
  [
    'a DNS server that does not answer',
    { target: lost, nameResolutions: [unresolved('WEB-01', 'EAI_AGAIN')] },
    {
      status: 'unknown',
      because: "This PC's DNS server did not say what WEB-01 resolves to (EAI_AGAIN).",
      missing: 'An answering DNS server: check the network connection or VPN',
    },
  ],
  [
    'a name nobody asked for',
    { target: lost, nameResolutions: [] },
    { status: 'unknown', because: 'Nobody was asked what WEB-01 resolves to.' },
  ],
  [
    'no resolver here',
    { target: lost, nameResolutions: problem('not-here', 'There is no resolver here.') },
    { status: 'skip', because: 'There is no resolver here.' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(targetNameResolves, known)).toEqual(expected);
});
