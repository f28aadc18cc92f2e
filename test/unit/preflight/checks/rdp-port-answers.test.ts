import { describe, expect, it } from 'vitest';
import { rdpPortAnswers } from '../../../../shared/preflight/checks/rdp-port-answers';
import { targetNameResolves } from '../../../../shared/preflight/checks/target-name-resolves';
import { targetResolvesToTheVm } from '../../../../shared/preflight/checks/target-resolves-to-the-vm';
import { vmIsRunning } from '../../../../shared/preflight/checks/vm-is-running';
import { judgeChecks } from '../../../../shared/preflight/judge';
import {
  aVm,
  type Case,
  circumstances,
  gatheredFrom,
  type Known,
  problem,
  verdictOf,
  vmId,
} from '../builders';
import { aNic, aProbe, aTarget, resolved, unresolved } from '../connection-builders';

const target = aTarget();
const at = { address: '10.1.0.5', port: 3389 };
const bastion = 'do: Or connect through Azure Bastion, which needs no open port.';
const vpn = "do: Connect to the VM's network, for example by VPN.";

it.each<Case>([
  [
    'an RDP service',
    { target, rdpProbe: aProbe() },
    { status: 'pass', found: '10.1.0.5:3389 answered in 12 ms and speaks RDP.' },
  ],
  [
    'one over IPv6, at another port',
    { target, rdpProbe: aProbe({ address: '2001:db8::5', port: 3390, handshakeMs: 3 }) },
    { status: 'pass', found: '[2001:db8::5]:3390 answered in 3 ms and speaks RDP.' },
  ],
  [
    'a closed port',
    { target, rdpProbe: { outcome: 'closed', ...at } },
    {
      status: 'fail',
      found: '10.1.0.5:3389 refused the connection: nothing listens there, or a firewall rejects it.',
      remedies: [
        'ask: Please check that Remote Desktop is switched on in the VM, listens on port 3389, and is let through by Windows Firewall.',
        bastion,
      ],
    },
  ],
  [
    'dropped packets',
    { target, rdpProbe: { outcome: 'filtered', ...at } },
    {
      status: 'fail',
      found: '10.1.0.5:3389 did not answer: something on the way drops the packets.',
      remedies: [
        vpn,
        'ask: Please let my address reach TCP port 3389 of the VM: in its network security group, or by just-in-time access.',
        bastion,
      ],
    },
  ],
  [
    'no way there',
    { target, rdpProbe: { outcome: 'unreachable', ...at } },
    { status: 'fail', found: 'There is no way from this PC to 10.1.0.5:3389.', remedies: [vpn, bastion] },
  ],
  [
    'no way to a bare host name, which Azure Bastion does not know',
    { target, vm: problem('not-asked'), rdpProbe: { outcome: 'unreachable', ...at } },
    { status: 'fail', found: 'There is no way from this PC to 10.1.0.5:3389.', remedies: [vpn] },
  ],
  [
    'another service',
    { target, rdpProbe: { outcome: 'not-rdp', ...at, handshakeMs: 4, answered: 'SSH-2.0-OpenSSH_9.2' } },
    {
      status: 'fail',
      found: '10.1.0.5:3389 is open, but does not speak RDP (it said “SSH-2.0-OpenSSH_9.2”).',
      remedies: [
        'do: Check the address and the port.',
        'ask: Please check which program listens on port 3389 of the VM.',
      ],
    },
  ],
  [
    'a silent service',
    { target, rdpProbe: { outcome: 'not-rdp', ...at, handshakeMs: 4, answered: null } },
    {
      status: 'fail',
      found: '10.1.0.5:3389 is open, but does not speak RDP: it said nothing.',
      remedies: [
        'do: Check the address and the port.',
        'ask: Please check which program listens on port 3389 of the VM.',
      ],
    },
  ],
  [
    'a port that was not tried',
    { target, rdpProbe: { outcome: 'not-probed', because: 'The run was cancelled.' } },
    { status: 'unknown', because: 'The port was not tried: The run was cancelled.' },
  ],
  [
    'a probe that failed',
    { target, rdpProbe: problem('timed-out', 'The probe took too long.', null) },
    { status: 'unknown', because: 'The probe took too long.' },
  ],
  [
    'a name that does not resolve',
    {
      target: aTarget({ resolves: false }),
      rdpProbe: { outcome: 'not-probed', because: 'WEB-01 has no address on this PC.' },
    },
    { status: 'skip', because: 'because WEB-01 does not resolve on this PC.' },
  ],
  [
    'the public address, where the name does not resolve',
    {
      target: aTarget({ resolves: false, passwordFallback: '203.0.113.5' }),
      rdpProbe: aProbe({ address: '203.0.113.5' }),
    },
    {
      status: 'pass',
      found: '203.0.113.5:3389 answered in 12 ms and speaks RDP.',
      routes: { 'web-account': 'skip', password: 'pass' },
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(rdpPortAnswers, known)).toEqual(expected);
});

describe('stands on other checks', () => {
  const checks = [vmIsRunning, targetNameResolves, targetResolvesToTheVm, rdpPortAnswers];
  const judged = (known: Known) =>
    judgeChecks(checks, gatheredFrom(known), circumstances).find(({ id }) => id === 'rdp-port-answers');
  const well: Known = {
    vm: aVm(),
    target,
    nameResolutions: [resolved('WEB-01', '10.1.0.5')],
    networkInterfaces: [aNic()],
    addressOwners: [],
    rdpProbe: aProbe(),
  };

  it('is judged where all is well', () => {
    expect(judged(well)).toMatchObject({ status: 'pass' });
  });

  it('is judged where the interfaces could not be read', () => {
    const denied = problem();
    expect(judged({ ...well, networkInterfaces: denied, addressOwners: denied })).toMatchObject({
      status: 'pass',
    });
  });

  it.each<[string, Known, string]>([
    ['the VM is stopped', { ...well, vm: aVm({}, { powerState: 'stopped' }) }, 'vm-is-running'],
    [
      'the address is a stranger’s',
      {
        ...well,
        nameResolutions: [resolved('WEB-01', '10.1.0.9')],
        addressOwners: [{ address: '10.1.0.9', vmId, vmName: 'db-01' }],
      },
      'target-resolves-to-the-vm',
    ],
    [
      'the name does not resolve',
      { ...well, target: aTarget({ resolves: false }), nameResolutions: [unresolved('WEB-01')] },
      'target-name-resolves',
    ],
  ])('is skipped where %s', (_, known, blockedBy) => {
    expect(judged(known)).toMatchObject({
      status: 'skip',
      because: expect.stringMatching(/^because /),
      blockedBy,
    });
  });
});
