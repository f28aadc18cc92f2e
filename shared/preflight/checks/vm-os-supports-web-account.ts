import type { VirtualMachine } from '../../azure/virtual-machine';
import {
  describeWindows,
  releaseOf,
  signsInWithWebAccount,
  type VmWindows,
  windowsOf,
} from '../../azure/windows-builds';
import { defineCheck } from '../check';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, unknown, type Verdict } from '../verdict';

export const vmOsSupportsWebAccount = defineCheck({
  id: 'vm-os-supports-web-account',
  title: "The VM's Windows can sign in without a password",
  routes: ['web-account', 'bastion-client', 'bastion-portal'],
  source: sources.signInToVm,
  needs: ['vm'],
  haltedBy: ['vm-runs-windows', 'vm-os-supports-entra-sign-in'],

  judge({ vm }) {
    const windows = windowsOf(vm);
    if (!windows) return unknown(`Neither Windows nor the image says which version ${vm.name} runs.`);
    return windows.isReported && !windows.isLowestRevision
      ? judgeExact(vm, windows)
      : judgeAtLeast(vm, windows);
  },
});

function judgeExact(vm: VirtualMachine, windows: VmWindows): Verdict {
  const runs = `${vm.name} runs ${describeWindows(windows, windows.kind)}`;
  switch (signsInWithWebAccount(windows)) {
    case true:
      return pass(`${runs}.`);
    case false:
      return fail(`${runs}${shortfall(windows)}`, updates(vm, windows));
    case null:
      return unknown(
        `${runs}. Whether the update of October 2022 is in shows in the revision, which is not known.`,
      );
  }
}

// Windows only ever gets newer: a lower bound can prove that it is new enough. That it is not, only a
// release which never got it can.
function judgeAtLeast(vm: VirtualMachine, windows: VmWindows): Verdict {
  const runs = `${vm.name} runs at least ${describeWindows(windows, windows.kind)}, as its image was made`;
  if (signsInWithWebAccount(windows) === true) return pass(`${runs}.`);
  if (windows.isReported && signsInWithWebAccount({ ...windows, revision: null }) === false) {
    return judgeExact(vm, windows);
  }
  return unknown(`${runs}; which updates came since is not reported.`);
}

function shortfall({ build }: VmWindows): string {
  const release = releaseOf(build);
  return release?.webAccountFrom
    ? `. Signing in without a password came with revision ${release.webAccountFrom} (${release.update}).`
    : ', which only signs in with a password. Without one it takes Windows Server 2022, Windows 10 20H2 or newer.';
}

function updates(vm: VirtualMachine, { build }: VmWindows): Remedy[] {
  return releaseOf(build)?.webAccountFrom
    ? [
        remedy.do('Install the current cumulative update of Windows on the VM.'),
        remedy.ask(`Please install the current Windows updates on ${vm.name}.`),
      ]
    : [
        remedy.do('Use the password route.'),
        remedy.ask(`Please move ${vm.name} to Windows Server 2022 or newer.`),
      ];
}
