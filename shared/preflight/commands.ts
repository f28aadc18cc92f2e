import type { VirtualMachine } from '../azure/virtual-machine';
import { partsOfVmId } from '../azure/vm-id-parts';
import { quoteForPosix, quoteForPowerShell } from './shell-quote';
import { type Remedy, remedy } from './verdict';

type Vm = Pick<VirtualMachine, 'id' | 'name' | 'resourceGroup'>;

/** "stopped-01 (resource group rg-app)": enough for an admin to find it. */
export function whereIs({ name, resourceGroup }: Vm): string {
  return `${name} (resource group ${resourceGroup})`;
}

/** The same change as commands for both shells, and as a line for somebody who may do it. */
export function startVm(vm: Vm): Remedy[] {
  return [
    az('Start the VM', ['vm', 'start', ...azVm(vm)]),
    powershell('Start the VM', ['Start-AzVM', ...powershellVm(vm, 'Name')]),
    remedy.ask(`Please start the VM ${whereIs(vm)}.`),
  ];
}

export function restartVm(vm: Vm): Remedy[] {
  return [
    az('Restart the VM', ['vm', 'restart', ...azVm(vm)]),
    powershell('Restart the VM', ['Restart-AzVM', ...powershellVm(vm, 'Name')]),
  ];
}

export function assignSystemIdentity(vm: Vm & Pick<VirtualMachine, 'identity'>): Remedy[] {
  const group = quoteForPowerShell(vm.resourceGroup);
  const update = `Update-AzVM -ResourceGroupName ${group} -VM $vm -IdentityType SystemAssigned`;
  const get = `$vm = Get-AzVM -ResourceGroupName ${group} -Name ${quoteForPowerShell(vm.name)}`;
  return [
    // This leaves user-assigned identities in place; the update below would drop them.
    az('Give the VM its system-assigned identity', ['vm', 'identity', 'assign', ...azVm(vm)]),
    ...(vm.identity
      ? []
      : [remedy.powershell('Give the VM its system-assigned identity', `${get}; ${update}`)]),
    remedy.ask(`Please switch on the system-assigned managed identity of the VM ${whereIs(vm)}.`),
  ];
}

export function installLoginExtension(vm: Vm): Remedy[] {
  return loginExtensionCommands(vm, { isAgain: false });
}

/** What is installed already has to be forced, or Azure finds nothing to do. */
export function reinstallLoginExtension(vm: Vm): Remedy[] {
  return loginExtensionCommands(vm, { isAgain: true });
}

function loginExtensionCommands(vm: Vm, { isAgain }: { readonly isAgain: boolean }): Remedy[] {
  const text = `Install the extension${isAgain ? ' again' : ''}`;
  return [
    az(text, [
      'vm',
      'extension',
      'set',
      '--publisher',
      'Microsoft.Azure.ActiveDirectory',
      '--name',
      'AADLoginForWindows',
      '--resource-group',
      vm.resourceGroup,
      '--vm-name',
      vm.name,
      ...azSubscription(vm),
      ...(isAgain ? ['--force-update'] : []),
    ]),
    powershell(text, [
      'Set-AzVMExtension',
      '-Publisher',
      'Microsoft.Azure.ActiveDirectory',
      '-ExtensionType',
      'AADLoginForWindows',
      '-TypeHandlerVersion',
      '2.0',
      '-Name',
      'AADLoginForWindows',
      '-SettingString',
      '{"mdmId":""}',
      ...powershellVm(vm, 'VMName'),
      ...(isAgain ? ['-ForceRerun', 'again'] : []),
    ]),
    remedy.ask(
      `Please install the extension AADLoginForWindows on the VM ${whereIs(vm)}${isAgain ? ' again' : ''}.`,
    ),
  ];
}

export function removeExtension(vm: Vm, extensionName: string): Remedy[] {
  return [
    az('Remove the extension', [
      'vm',
      'extension',
      'delete',
      '--name',
      extensionName,
      '--resource-group',
      vm.resourceGroup,
      '--vm-name',
      vm.name,
      ...azSubscription(vm),
    ]),
  ];
}

export function assignLoginRole(vm: Vm, account: { objectId: string; username: string }): Remedy[] {
  const role = 'Virtual Machine User Login';
  return [
    az(`Assign ${role} (or Virtual Machine Administrator Login)`, [
      'role',
      'assignment',
      'create',
      '--role',
      role,
      '--assignee-object-id',
      account.objectId,
      '--assignee-principal-type',
      'User',
      '--scope',
      vm.id,
    ]),
    powershell(`Assign ${role} (or Virtual Machine Administrator Login)`, [
      'New-AzRoleAssignment',
      '-ObjectId',
      account.objectId,
      '-RoleDefinitionName',
      role,
      '-Scope',
      vm.id,
    ]),
    remedy.ask(`Please give ${account.username} the role ${role} on the VM ${whereIs(vm)}.`),
  ];
}

export function deleteDevice(graph: string, objectId: string, text: string): Remedy[] {
  return [
    az(text, [
      'rest',
      '--method',
      'delete',
      '--resource',
      graph,
      '--url',
      `${graph}/v1.0/devices/${encodeURIComponent(objectId)}`,
    ]),
  ];
}

export function enableDevice(graph: string, objectId: string): Remedy[] {
  return [
    az('Enable the device', [
      'rest',
      '--method',
      'patch',
      '--resource',
      graph,
      '--url',
      `${graph}/v1.0/devices/${encodeURIComponent(objectId)}`,
      '--body',
      '{"accountEnabled":true}',
    ]),
    powershell('Enable the device', ['Update-MgDevice', '-DeviceId', objectId, '-AccountEnabled']),
  ];
}

export function az(text: string, args: readonly string[]): Remedy {
  return remedy.az(text, ['az', ...args.map(quoteForPosix)].join(' '));
}

export function powershell(text: string, words: readonly string[]): Remedy {
  return remedy.powershell(text, words.map(quoteForPowerShell).join(' '));
}

function azVm(vm: Vm): string[] {
  return ['--resource-group', vm.resourceGroup, '--name', vm.name, ...azSubscription(vm)];
}

// Without it the command would go to whatever subscription the shell happens to be in.
function azSubscription({ id }: Vm): string[] {
  return ['--subscription', partsOfVmId(id).subscriptionId];
}

function powershellVm(vm: Vm, nameParameter: 'Name' | 'VMName'): string[] {
  return ['-ResourceGroupName', vm.resourceGroup, `-${nameParameter}`, vm.name];
}
