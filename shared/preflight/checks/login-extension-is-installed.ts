import { isLoginExtension } from '../../azure/virtual-machine';
import { defineCheck } from '../check';
import { installLoginExtension } from '../commands';
import { joinChainFault } from '../join-chain';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { pass } from '../verdict';

export const loginExtensionIsInstalled = defineCheck({
  id: 'login-extension-is-installed',
  title: 'The extension AADLoginForWindows is installed',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'vmExtensions'],
  wants: ['vmDevices'],
  // A VM in a domain must not get it, and one with too old a Windows cannot: its absence is no fault there.
  haltedBy: ['vm-runs-windows', 'vm-os-supports-entra-sign-in', 'vm-is-not-joined-elsewhere'],

  judge({ vm, vmExtensions, vmDevices }) {
    const extension = vmExtensions.find(isLoginExtension);
    if (extension) {
      return pass(
        `${vm.name} has AADLoginForWindows as ${extension.name}${extension.version ? `, version ${extension.version}` : ''}.`,
      );
    }
    return joinChainFault(
      `${vm.name} does not have the extension AADLoginForWindows, which joins it to Entra ID and lets Entra ID accounts in.`,
      installLoginExtension(vm),
      vm,
      vmDevices,
    );
  },
});
