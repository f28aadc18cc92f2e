import { expect, it } from 'vitest';
import { targetNameResolves } from '../../../../shared/preflight/checks/target-name-resolves';
import { type Case, problem, verdictOf } from '../builders';
import { aNic, aTarget, resolved, unresolved, whatServersSay } from '../connection-builders';

const lost = aTarget({ resolves: false });
const remedies = (record: string, hostsLine: string) => [
  "do: Connect to the VM's network, for example by VPN, so that its DNS server is asked.",
  `ask: Please add a DNS record for WEB-01${record} in a private DNS zone that this PC's DNS server asks, and the zone's name to the DNS suffixes of this PC.`,
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
    'the hosts file, which no server agrees with',
    {
      target: aTarget(),
      nameResolutions: [resolved('WEB-01', '10.1.0.5')],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': 'ENOTFOUND' }, ['10.1.0.5']),
    },
    {
      status: 'pass',
      found:
        'WEB-01 resolves to 10.1.0.5 (IPv4), by the hosts file of this PC. Asked one by one: 10.0.0.4 knows no such name.',
    },
  ],
  [
    'a server that says so, and one that does not',
    {
      target: aTarget(),
      nameResolutions: [resolved('WEB-01', '10.1.0.5')],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': ['10.1.0.5'], '10.0.0.5': 'ETIMEOUT' }),
    },
    {
      status: 'pass',
      found: 'WEB-01 resolves to 10.1.0.5 (IPv4): 10.0.0.4 says 10.1.0.5; 10.0.0.5 did not answer.',
    },
  ],
  [
    'servers that do not answer',
    {
      target: lost,
      nameResolutions: [unresolved('WEB-01', 'EAI_AGAIN')],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': 'ETIMEOUT', '10.0.0.5': 'ESERVFAIL' }),
    },
    {
      status: 'unknown',
      because:
        "This PC's DNS server did not say what WEB-01 resolves to (EAI_AGAIN). Asked one by one: 10.0.0.4 did not answer; 10.0.0.5 could not say (ESERVFAIL).",
      missing: 'An answering DNS server: check the network connection or VPN',
    },
  ],
  [
    'a server that knows what this PC remembers not to exist',
    {
      target: lost,
      nameResolutions: [unresolved('WEB-01')],
      nameServerAnswers: whatServersSay('WEB-01', { '10.0.0.4': ['10.1.0.5'] }),
    },
    {
      status: 'fail',
      found:
        'WEB-01 does not resolve on this PC. Asked one by one: 10.0.0.4 says 10.1.0.5. A client given this name finds no computer.',
      remedies: ['cmd: ipconfig /flushdns', ...remedies('', '10.1.0.5')],
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

it.each([
  ['web-01.corp.example', /record for web-01\.corp\.example.* private DNS zone corp\.example/],
  ['web-01.abc.ax.internal.cloudapp.net', /forward internal\.cloudapp\.net to Azure \(168\.63\.129\.16\)/],
  ['web-01.westeurope.cloudapp.azure.com', /DNS name label again/],
  ['web-01', /DNS suffixes of this PC/],
])('asks for what mends a name like %s', (address, words) => {
  const verdict = verdictOf(targetNameResolves, {
    target: aTarget({ address, resolves: false }),
    nameResolutions: [unresolved(address)],
  });
  expect(verdict.remedies).toContainEqual(expect.stringMatching(words));
});

it.each([
  ['web-01.corp.example', "in the DNS zone corp.example that this PC's DNS server asks."],
  [
    'web-01',
    "in a DNS zone that this PC's DNS server asks, and the zone's name to the DNS suffixes of this PC.",
  ],
])('recommends for the bare host name %s what helps anywhere, and no Azure Bastion', (address, record) => {
  const verdict = verdictOf(targetNameResolves, {
    vm: problem('not-asked'),
    target: aTarget({ address, resolves: false }),
    nameResolutions: [unresolved(address)],
  });
  expect(verdict.remedies).toEqual([
    `do: Check how the name is written: ${address}.`,
    'do: Connect to the network where the computer is known by that name, for example by VPN, so that its DNS server is asked.',
    `ask: Please add a DNS record for ${address} ${record}`,
    `do: Where you may, add this line to the hosts file of this PC: ADDRESS ${address}`,
  ]);
});
