import type { VirtualMachine } from '../azure/virtual-machine';
import type { EntraDevice } from '../entra/device';
import { currentDeviceOf } from '../entra/vm-device';
import { fail, type Remedy, type Verdict, warn } from './verdict';

/**
 * Agent, identity and extension exist to get the VM joined, so a fault of theirs weighs by its outcome:
 * where the VM's own device is there and enabled it joined all the same, and the fault is a `warn`.
 */
export function joinChainFault(
  found: string,
  remedies: readonly Remedy[],
  vm: VirtualMachine,
  devices: readonly EntraDevice[] | undefined,
): Verdict {
  const device = devices && currentDeviceOf(vm, devices);
  if (!device?.isEnabled) return fail(found, remedies);
  return warn(`${found} ${vm.name} has joined Entra ID nevertheless, as ${device.displayName}.`, remedies);
}
