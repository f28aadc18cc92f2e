import { defineCheck } from '../check';
import { startVm } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, unknown, warn } from '../verdict';

export const vmIsRunning = defineCheck({
  id: 'vm-is-running',
  title: 'The VM is running',
  routes: everyRoute,
  source: sources.powerStates,
  needs: ['vm'],

  judge({ vm }) {
    const state = vm.instanceView?.powerState;
    switch (state) {
      case undefined:
      case null:
        return unknown(
          `Azure did not say whether ${vm.name} is running.`,
          'Microsoft.Compute/virtualMachines/instanceView/read on the VM (role Reader)',
        );
      case 'running':
        return pass(`${vm.name} is running.`);
      case 'starting':
        return warn(`${vm.name} is starting and does not answer yet.`, [
          remedy.do('Wait a minute or two, then check again.'),
        ]);
      case 'stopping':
      case 'deallocating':
        return fail(`${vm.name} is ${state} at this moment. It has to stop before it can start again.`, [
          remedy.do('Wait until it has stopped.'),
          ...startVm(vm),
        ]);
      case 'stopped':
      case 'deallocated':
      case 'hibernated':
        return fail(`${vm.name} is ${state}, so nothing on it can answer.`, startVm(vm));
    }
  },
});
