import { readExtensionFailure, spellCode } from '../../azure/extension-failures';
import {
  isAtWork,
  isLoginExtension,
  type VirtualMachine,
  type VmExtension,
} from '../../azure/virtual-machine';
import { currentDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { reinstallLoginExtension, whereIs } from '../commands';
import type { Facts } from '../fact';
import { joinChainFault } from '../join-chain';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { pass, type Remedy, remedy, skip, type Verdict, warn } from '../verdict';

export const loginExtensionSucceeded = defineCheck({
  id: 'login-extension-succeeded',
  title: 'The extension AADLoginForWindows did its work',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'vmExtensions'],
  wants: ['vmDevices'],
  haltedBy: ['vm-runs-windows', 'vm-is-not-joined-elsewhere', 'login-extension-is-installed'],

  judge({ vm, vmExtensions, vmDevices }) {
    const extension = vmExtensions.find(isLoginExtension);
    if (!extension) return skip('The extension is not installed.');
    if (isAtWork(extension)) {
      return warn(`AADLoginForWindows is still at work on ${vm.name} (${extension.provisioningState}).`, [
        remedy.do('Wait some minutes, then check again.'),
      ]);
    }
    return extension.provisioningState.toLowerCase() === 'succeeded'
      ? judgeSuccess(vm, extension, vmDevices)
      : judgeFailure(vm, extension, vmDevices);
  },
});

// "Succeeded" is said of installing it. That the VM joined is proved by its device alone.
function judgeSuccess(
  vm: VirtualMachine,
  extension: VmExtension,
  devices: Facts['vmDevices'] | undefined,
): Verdict {
  const { failure, code } = readExtensionFailure(extension);
  if (failure) {
    return warn(
      `AADLoginForWindows reports success on ${vm.name}, and in its message ${failure.name}${code === null ? '' : `, ${spellCode(code)}`}: ${failure.cause}`,
      [remedy.do(failure.remedy)],
    );
  }
  const device = devices && currentDeviceOf(vm, devices);
  return pass(
    device
      ? `AADLoginForWindows reports success on ${vm.name}, and the VM has joined as ${device.displayName}.`
      : `AADLoginForWindows reports success on ${vm.name}. That alone does not prove that the VM has joined.`,
  );
}

function judgeFailure(
  vm: VirtualMachine,
  extension: VmExtension,
  devices: Facts['vmDevices'] | undefined,
): Verdict {
  const { code, failure } = readExtensionFailure(extension);
  const named = [code === null ? [] : spellCode(code), failure?.name ?? []].flat().join(', ');
  const found = `AADLoginForWindows reports ${extension.provisioningState} on ${vm.name}${named && ` with ${named}`}.`;
  return joinChainFault(
    `${found} ${failure?.cause ?? toldBy(extension)}`,
    [
      remedy.do(
        failure?.remedy ??
          'Look into CommandExecution.log under C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.ActiveDirectory.AADLoginForWindows on the VM.',
      ),
      ...againOrAway(vm, failure?.kind === 'operating-system'),
    ],
    vm,
    devices,
  );
}

function againOrAway(vm: VirtualMachine, isHopeless: boolean): Remedy[] {
  return isHopeless
    ? [remedy.ask(`The extension AADLoginForWindows does not support the Windows of ${whereIs(vm)}.`)]
    : reinstallLoginExtension(vm);
}

function toldBy({ statusMessage }: VmExtension): string {
  return statusMessage
    ? `Its message: ${statusMessage.slice(0, 400)}`
    : 'It left no message; its log is on the VM.';
}
