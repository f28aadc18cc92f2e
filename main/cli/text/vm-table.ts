import type { VmSummary } from '../../../shared/azure/virtual-machine';
import type { Output } from '../output';
import { plainTable } from './plain-table';

/** One line a VM, in columns, with the computer name beside the resource name. */
export function vmTable(vms: readonly VmSummary[], paint: Output['paint']): string {
  if (!vms.length) return 'No VM fits.';
  return plainTable(
    ['NAME', 'COMPUTER NAME', 'OS', 'POWER', 'ADDRESSES', 'IDENTITY', 'LOGIN EXTENSION'],
    vms.map((vm) => [
      vm.name,
      vm.computerName ?? '?',
      vm.os ?? vm.osType ?? '?',
      vm.powerState === 'running' ? vm.powerState : paint('yellow', vm.powerState ?? '?'),
      addresses(vm),
      vm.hasSystemAssignedIdentity ? 'yes' : 'no',
      vm.loginExtension ?? '-',
    ]),
  );
}

function addresses({ privateIps, publicIps }: VmSummary): string {
  if (privateIps === null && publicIps === null) return '?';
  return [...(privateIps ?? []), ...(publicIps ?? [])].join(' ') || '-';
}
