import type { VirtualMachine } from '../../azure/virtual-machine';
import { defineCheck } from '../check';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, unknown } from '../verdict';

export const vmRunsWindows = defineCheck({
  id: 'vm-runs-windows',
  title: 'The VM runs Windows',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm'],

  judge({ vm }) {
    const system = systemOf(vm);
    if (system === null) return unknown(`Azure does not say which operating system ${vm.name} has.`);
    if (system === 'Windows') return pass(`${vm.name} runs Windows.`);
    return fail(`${vm.name} runs Linux, which has no Remote Desktop sign-in with Entra ID.`, [
      remedy.do('Use SSH: "az ssh vm" signs in to Linux VMs with Entra ID.'),
    ]);
  },
});

function systemOf({ osType, instanceView, image }: VirtualMachine): VirtualMachine['osType'] {
  if (osType) return osType;
  const words = `${instanceView?.osName ?? ''} ${image?.publisher ?? ''}`;
  return /windows/i.test(words) ? 'Windows' : null;
}
