import type { VirtualMachine, VmExtension } from '../../azure/virtual-machine';
import { currentDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { removeExtension } from '../commands';
import { unknownFor } from '../gaps';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, warn } from '../verdict';

export const vmIsNotJoinedElsewhere = defineCheck({
  id: 'vm-is-not-joined-elsewhere',
  title: 'The VM is in no other domain',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm'],
  wants: ['vmExtensions', 'vmDevices'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm, vmExtensions, vmDevices }, _, gathered) {
    const device = vmDevices && currentDeviceOf(vm, vmDevices);
    if (device?.trustType === 'ServerAd') {
      return fail(
        `${vm.name} is joined to an Active Directory domain: its device ${device.displayName} is a hybrid one.`,
        leaveTheDomain(vm),
      );
    }
    const domainJoin = vmExtensions?.find(joinsADomain);
    if (domainJoin) return judgeExtension(vm, domainJoin);
    if (vmExtensions) return pass(`Nothing on ${vm.name} joins it to a domain.`);
    if (device?.trustType === 'AzureAd') {
      return pass(`${vm.name} is joined to Entra ID alone, as ${device.displayName}.`);
    }
    return unknownFor(gathered, ['vmExtensions'], `The extensions of ${vm.name} could not be read.`);
  },
});

function judgeExtension(vm: VirtualMachine, extension: VmExtension) {
  const { name, provisioningState } = extension;
  const remedies = leaveTheDomain(vm, extension);
  return provisioningState.toLowerCase() === 'succeeded'
    ? fail(
        `The extension ${name} joined ${vm.name} to a domain. A VM in a domain cannot join Entra ID as well.`,
        remedies,
      )
    : warn(
        `The extension ${name} is to join ${vm.name} to a domain (${provisioningState}). Should it succeed, Entra ID sign-in ends.`,
        remedies,
      );
}

/** Active Directory and Microsoft Entra Domain Services are joined by the same extension. */
function joinsADomain({ publisher, type }: VmExtension): boolean {
  return `${publisher}/${type}`.toLowerCase() === 'microsoft.compute/jsonaddomainextension';
}

function leaveTheDomain(vm: VirtualMachine, extension?: VmExtension): Remedy[] {
  return [
    remedy.do('Sign in with a domain account, as this VM is meant for them.'),
    ...(extension ? removeExtension(vm, extension.name) : []),
    remedy.ask(
      `Should ${vm.name} be used with Entra ID: please take it out of the domain, remove its domain-join extension and install AADLoginForWindows.`,
    ),
  ];
}
