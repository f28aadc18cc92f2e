import type { VirtualMachine } from '../../azure/virtual-machine';
import { isHostName, isSameHost, isShortName, shortNameOf } from '../../network/host-name';
import type { NameCandidate, NameResolution } from '../../network/resolution';
import { defineCheck } from '../check';
import { unknownFor } from '../gaps';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, skip } from '../verdict';

export const targetNameIsRegistered = defineCheck({
  id: 'target-name-is-registered',
  title: 'The connection uses a name Entra ID knows the VM by',
  routes: ['web-account', 'bastion-client', 'bastion-portal'],
  source: sources.signInToVm,
  needs: ['target'],
  wants: ['vm', 'vmDevices', 'nameCandidates', 'nameResolutions'],
  haltedBy: ['entra-device-exists', 'target-is-a-host-name'],

  judge({ target, vm, vmDevices, nameCandidates = [], nameResolutions = [] }, _, gathered) {
    const { address, isRegistered } = target;
    if (vmDevices?.length === 0) return skip('Entra ID has no device for this VM, and so no name for it.');
    if (isRegistered === true) return pass(`Entra ID knows this VM as ${address}.`);
    if (isRegistered === null) {
      return unknownFor(
        gathered,
        ['vmDevices'],
        `Whether Entra ID knows the VM as ${address} could not be read.`,
      );
    }
    const registered = nameCandidates.filter((candidate) => candidate.isRegistered);
    return fail(
      `Entra ID knows this VM ${asWhat(registered)}, so signing in to ${address} ends in AADSTS293004.${whyNot(address, registered, vm)}`,
      remediesFor(address, registered, nameResolutions),
      // Bastion names the VM by itself, and whether by a registered name cannot be seen from here.
      { 'bastion-client': 'warn', 'bastion-portal': 'warn' },
    );
  },
});

function asWhat(registered: readonly NameCandidate[]): string {
  return registered.length ? `as ${registered.map(({ name }) => name).join(' or ')}` : 'by another name';
}

/** The mistakes that look alike in the error, told apart. */
function whyNot(
  address: string,
  registered: readonly NameCandidate[],
  vm: VirtualMachine | undefined,
): string {
  // Before its form: the label begins with the computer name more often than not.
  if (/\.cloudapp\.(azure\.com|chinacloudapi\.cn|usgovcloudapi\.net)$/i.test(address)) {
    return ' It is the public DNS label, which Windows does not know.';
  }
  const isLongOrShortForm = registered.some(
    ({ name }) =>
      isSameHost(shortNameOf(name), shortNameOf(address)) && isShortName(name) !== isShortName(address),
  );
  if (isLongOrShortForm) return ' To Entra ID a short name and its longer form are two names.';
  if (vm && isSameHost(vm.name, address) && !isSameHost(vm.computerName ?? address, address)) {
    return ` It is the name of the VM in Azure; Windows is called ${vm.computerName}.`;
  }
  const reported = vm?.instanceView?.computerName;
  if (reported && vm.computerName && !isSameHost(reported, vm.computerName)) {
    return ` The VM was made as ${vm.computerName} and is called ${reported} now.`;
  }
  return '';
}

function remediesFor(
  address: string,
  registered: readonly NameCandidate[],
  resolutions: readonly NameResolution[],
): Remedy[] {
  const [name] = registered.map((candidate) => candidate.name);
  const known = resolutions.find((resolution) => isSameHost(resolution.name, address))?.addresses[0];
  const hostsLine = name && known && isHostName(name) ? `: ${known.address} ${name}` : '';
  return [
    ...(name
      ? [
          remedy.do(
            `Connect to ${name}, and make that name resolve here, in DNS or in the hosts file${hostsLine}`,
          ),
        ]
      : []),
    remedy.ask(
      `Please set the primary DNS suffix of the VM so that Entra ID registers ${address}, or add a DNS record for ${name ?? 'the name it is registered by'}.`,
    ),
  ];
}
