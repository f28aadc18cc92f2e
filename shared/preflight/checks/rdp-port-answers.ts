import type { RdpProbe, Target } from '../../network/resolution';
import { defineCheck } from '../check';
import { connectionSources } from '../connection-sources';
import { isHostNameAlone } from '../gaps';
import { fail, pass, type Remedy, remedy, unknown, type Verdict } from '../verdict';

export const rdpPortAnswers = defineCheck({
  id: 'rdp-port-answers',
  title: "The VM's RDP port answers this PC",
  routes: ['web-account', 'password'],
  source: connectionSources.cannotConnect,
  needs: ['rdpProbe', 'target'],
  wants: ['vm'],
  // Who owns the address may be unreadable, which is no reason not to say that the port answers.
  haltedBy: ['vm-runs-windows', 'vm-is-running', 'target-resolves-to-the-vm'],

  judge({ rdpProbe, target }, _, gathered) {
    const aroundIt = isHostNameAlone(gathered) ? [] : throughBastion;
    if (target.resolves) return verdictOn(rdpProbe, aroundIt);
    const notForTheName = {
      status: 'skip',
      because: `because ${target.address} does not resolve on this PC.`,
      blockedBy: 'target-name-resolves',
    } as const;
    if (!wasTheDetour(rdpProbe, target)) return notForTheName;
    const onDetour = verdictOn(rdpProbe, aroundIt);
    return { ...onDetour, byRoute: { 'web-account': 'skip', password: onDetour.status } };
  },
});

function wasTheDetour(probe: RdpProbe, { passwordFallback }: Target): boolean {
  return probe.outcome !== 'not-probed' && passwordFallback !== null;
}

function verdictOn(probe: RdpProbe, aroundIt: readonly Remedy[]): Verdict {
  switch (probe.outcome) {
    case 'not-probed':
      return unknown(`The port was not tried: ${probe.because}`);
    case 'rdp':
      return pass(`${place(probe)} answered in ${Math.round(probe.handshakeMs)} ms and speaks RDP.`);
    case 'closed':
      return fail(
        `${place(probe)} refused the connection: nothing listens there, or a firewall rejects it.`,
        [
          remedy.ask(
            `Please check that Remote Desktop is switched on in the VM, listens on port ${probe.port}, and is let through by Windows Firewall.`,
          ),
          ...aroundIt,
        ],
      );
    case 'filtered':
      return fail(
        `${place(probe)} did not answer: something on the way drops the packets.`,
        letThrough(probe.port, aroundIt),
      );
    case 'unreachable':
      return fail(`There is no way from this PC to ${place(probe)}.`, [
        remedy.do("Connect to the VM's network, for example by VPN."),
        ...aroundIt,
      ]);
    case 'not-rdp':
      return fail(`${place(probe)} is open, but does not speak RDP${what(probe.answered)}.`, [
        remedy.do('Check the address and the port.'),
        remedy.ask(`Please check which program listens on port ${probe.port} of the VM.`),
      ]);
  }
}

const throughBastion: readonly Remedy[] = [
  remedy.do('Or connect through Azure Bastion, which needs no open port.'),
];

function letThrough(port: number, aroundIt: readonly Remedy[]): Remedy[] {
  return [
    remedy.do("Connect to the VM's network, for example by VPN."),
    remedy.ask(
      `Please let my address reach TCP port ${port} of the VM: in its network security group, or by just-in-time access.`,
    ),
    ...aroundIt,
  ];
}

function place({ address, port }: { readonly address: string; readonly port: number }): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function what(answered: string | null): string {
  return answered === null ? ': it said nothing' : ` (it said “${answered}”)`;
}
