import type { VirtualMachine } from '../../azure/virtual-machine';
import { defineCheck } from '../check';
import { restartVm, whereIs } from '../commands';
import { joinChainFault } from '../join-chain';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { pass, type Remedy, remedy, unknown } from '../verdict';

export const vmAgentIsReady = defineCheck({
  id: 'vm-agent-is-ready',
  title: "The VM's agent is ready",
  routes: everyRoute,
  source: sources.vmAgent,
  needs: ['vm'],
  wants: ['vmDevices'],
  haltedBy: ['vm-runs-windows', 'vm-is-running'],

  judge({ vm, vmDevices }) {
    if (!vm.instanceView) {
      return unknown(
        `What the agent of ${vm.name} reports could not be read.`,
        'Microsoft.Compute/virtualMachines/instanceView/read on the VM (role Reader)',
      );
    }
    const { agent } = vm.instanceView;
    if (agent?.isReady) return pass(`The agent of ${vm.name} is ready${versionWords(agent.version)}.`);
    const status = agent?.status ?? 'no status at all';
    return joinChainFault(
      `The agent of ${vm.name} is not ready (${status}), so no extension can be installed or run.`,
      remediesFor(vm),
      vm,
      vmDevices,
    );
  },
});

function versionWords(version: string | null): string {
  return version ? ` (version ${version})` : '';
}

function remediesFor(vm: VirtualMachine): Remedy[] {
  return [
    remedy.do('If the VM was started a moment ago, wait some minutes and check again.'),
    ...restartVm(vm),
    remedy.ask(`Please look at the Azure VM agent of ${whereIs(vm)}: it is not ready.`),
  ];
}
