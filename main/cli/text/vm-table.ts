import Table from 'cli-table3';
import type { VmSummary } from '../../../shared/azure/virtual-machine';
import type { Output } from '../output';

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** One line a VM, in columns, with the computer name beside the resource name. */
export function vmTable(vms: readonly VmSummary[], paint: Output['paint']): string {
  if (!vms.length) return 'No VM fits.';
  const table = new Table({
    head: ['NAME', 'COMPUTER NAME', 'OS', 'POWER', 'ADDRESSES', 'IDENTITY', 'LOGIN EXTENSION'],
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const vm of vms) {
    table.push([
      vm.name,
      vm.computerName ?? '?',
      vm.os ?? vm.osType ?? '?',
      vm.powerState === 'running' ? vm.powerState : paint('yellow', vm.powerState ?? '?'),
      addresses(vm),
      vm.hasSystemAssignedIdentity ? 'yes' : 'no',
      vm.loginExtension ?? '-',
    ]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function addresses({ privateIps, publicIps }: VmSummary): string {
  if (privateIps === null && publicIps === null) return '?';
  return [...(privateIps ?? []), ...(publicIps ?? [])].join(' ') || '-';
}
