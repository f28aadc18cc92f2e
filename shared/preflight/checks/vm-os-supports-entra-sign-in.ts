import type { VirtualMachine } from '../../azure/virtual-machine';
import {
  describeWindows,
  oldestBuildOfDecember2025,
  oldestBuildWithEntraSignIn,
  type VmWindows,
  windowsOf,
} from '../../azure/windows-builds';
import { defineCheck } from '../check';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, unknown, warn } from '../verdict';

export const vmOsSupportsEntraSignIn = defineCheck({
  id: 'vm-os-supports-entra-sign-in',
  title: "The VM's Windows can sign in with Entra ID",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm }, { baseline }) {
    const windows = windowsOf(vm);
    if (!windows) return unknown(`Neither Windows nor the image says which version ${vm.name} runs.`);
    const runs = `${vm.name} runs ${windows.isReported ? '' : 'at least '}${describeWindows(windows, windows.kind)}`;

    if (windows.build < oldestBuildWithEntraSignIn) {
      if (windows.isReported) {
        return fail(`${runs}. Entra ID needs Windows Server 2019, Windows 10 1809 or newer.`, newer(vm));
      }
      return unknown(`${runs}, and whether it was upgraded since cannot be seen while it does not report.`);
    }
    const missing = missingIn(windows);
    if (missing === null) return pass(`${runs}.`);
    const found = `${runs}. Microsoft's page of December 2025 asks for ${missing}`;
    if (baseline === 'article') {
      return warn(`${found}; the text before it, which is judged by here, supports it.`, [
        remedy.do(
          'Nothing has to be done while sign-in works. For the support of Microsoft, plan a newer Windows.',
        ),
      ]);
    }
    return windows.isReported
      ? fail(`${found}.`, newer(vm))
      : unknown(`${found}, and whether it was upgraded since cannot be seen while it does not report.`);
  },
});

/** What the support statement of December 2025 finds lacking; null where it is met. */
function missingIn({ build, isCore }: VmWindows): string | null {
  if (isCore) return 'Windows Server with Desktop Experience, which Server Core has not';
  return build < oldestBuildOfDecember2025 ? 'Windows 11 24H2, Windows Server 2025 or newer' : null;
}

function newer(vm: VirtualMachine): Remedy[] {
  return [
    remedy.do('Sign in with a local account of the VM until it runs a newer Windows.'),
    remedy.ask(
      `Please move ${vm.name} to a version of Windows that Microsoft supports for Entra ID sign-in.`,
    ),
  ];
}
