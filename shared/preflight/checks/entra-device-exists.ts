import { clouds } from '../../azure/cloud';
import {
  isAtWork,
  isLoginExtension,
  type VirtualMachine,
  type VmExtension,
} from '../../azure/virtual-machine';
import { oldestBuildWithEntraSignIn, windowsOf } from '../../azure/windows-builds';
import type { EntraDevice } from '../../entra/device';
import { currentDeviceOf, leftoversOf, unmarkedDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { deleteDevice, reinstallLoginExtension } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, unknown, type Verdict } from '../verdict';

export const entraDeviceExists = defineCheck({
  id: 'entra-device-exists',
  title: 'Entra ID has a device for this VM',
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'vmDevices'],
  wants: ['cloud', 'namesakeDevices', 'vmExtensions'],
  haltedBy: ['vm-runs-windows', 'vm-is-not-joined-elsewhere'],

  judge({ vm, vmDevices, cloud = 'global', namesakeDevices = [], vmExtensions = [] }) {
    const device = currentDeviceOf(vm, vmDevices);
    if (device) return judgeTrust(vm, device);
    const [leftover] = leftoversOf(vm, vmDevices);
    const unmarked = unmarkedDeviceOf(vm, hostNameOf(vm), namesakeDevices);
    if (!leftover && unmarked) {
      return unknown(
        `The device ${unmarked.displayName} has the name of ${vm.name}, but not the resource id that would prove it to be its own.`,
      );
    }
    if (!leftover) return notJoined(vm, vmExtensions);
    return fail(
      `The device ${leftover.displayName} was registered ${dayOf(leftover.registeredAt)}, before ${vm.name} was made ${dayOf(vm.createdAt)}. It is of an earlier VM; this one has not joined.`,
      [...removeLeftover(clouds[cloud].graph, leftover), ...reinstallLoginExtension(vm)],
    );
  },
});

function hostNameOf({ instanceView, computerName, name }: VirtualMachine): string {
  return instanceView?.computerName ?? computerName ?? name;
}

function notJoined(vm: VirtualMachine, extensions: readonly VmExtension[]): Verdict {
  const found = `No device in Entra ID carries the resource id of ${vm.name}: it has not joined`;
  const extension = extensions.find(isLoginExtension);
  if (isTooOld(vm)) {
    return fail(`${found}.`, [remedy.do('Move to a newer Windows first: this one cannot join.')]);
  }
  // Installing it again would only begin from the start what is under way.
  return extension && isAtWork(extension)
    ? fail(`${found} yet, as AADLoginForWindows is still at work (${extension.provisioningState}).`, [
        remedy.do('Wait some minutes, then check again.'),
      ])
    : fail(`${found}.`, reinstallLoginExtension(vm));
}

function isTooOld(vm: VirtualMachine): boolean {
  const windows = windowsOf(vm);
  return windows !== null && windows.isReported && windows.build < oldestBuildWithEntraSignIn;
}

function judgeTrust(vm: VirtualMachine, device: EntraDevice): Verdict {
  const { displayName, trustType, registeredAt } = device;
  if (trustType === 'ServerAd' || trustType === 'Workplace') {
    const kind = trustType === 'ServerAd' ? 'a hybrid one, of a domain' : 'only registered, not joined';
    return fail(`The device ${displayName} of ${vm.name} is ${kind}. Sign-in needs a joined one.`, [
      remedy.ask(
        `Please have ${vm.name} leave what it is joined to and join Entra ID by AADLoginForWindows.`,
      ),
    ]);
  }
  return pass(`${vm.name} joined as ${displayName}${registeredAt ? ` ${dayOf(registeredAt)}` : ''}.`);
}

function removeLeftover(graph: string, { objectId, displayName }: EntraDevice): Remedy[] {
  return [
    ...deleteDevice(graph, objectId, `Delete the leftover device ${displayName}`),
    remedy.ask(`Please delete the device ${displayName} (object ${objectId}): its VM is gone.`),
  ];
}

/** "on 2026-11-22", or nothing that could be misread. */
function dayOf(iso: string | null): string {
  return iso ? `on ${iso.slice(0, 10)}` : 'at an unknown time';
}
