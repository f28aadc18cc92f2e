import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const vmStopped = defineCause({
  id: 'vm-stopped',

  sentenceFor({ failed, results, gathered }) {
    if (!failed('vm-is-running')) return null;
    const vm = valueOf(gathered, 'vm');
    const stopped = vm
      ? `${vm.name} is ${vm.instanceView?.powerState ?? 'not running'}: it has to be started first.`
      : 'The VM is not running: it has to be started first.';
    const role = results.get('login-role-is-assigned');
    return role?.status === 'fail'
      ? `${stopped} The login role is missing too: ask for both at once.`
      : stopped;
  },
});
