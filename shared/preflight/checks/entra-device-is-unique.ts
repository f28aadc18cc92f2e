import { clouds } from '../../azure/cloud';
import type { VirtualMachine } from '../../azure/virtual-machine';
import type { EntraDevice } from '../../entra/device';
import { currentDeviceOf, unmarkedDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { deleteDevice } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, type Remedy, remedy, unknown, warn } from '../verdict';

export const entraDeviceIsUnique = defineCheck({
  id: 'entra-device-is-unique',
  title: "No other device has the VM's host name",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'namesakeDevices'],
  wants: ['vmDevices', 'cloud'],
  haltedBy: ['vm-runs-windows'],

  judge({ vm, namesakeDevices, vmDevices = [], cloud = 'global' }) {
    const name = vm.instanceView?.computerName ?? vm.computerName;
    if (name === null) return unknown(`What ${vm.name} is called in Windows is not known.`);

    const own = currentDeviceOf(vm, [...vmDevices, ...namesakeDevices]);
    const others = namesakeDevices.filter(
      ({ objectId, isEnabled }) => isEnabled && objectId !== own?.objectId,
    );
    const unmarked = own === null ? unmarkedDeviceOf(vm, name, others) : null;
    if (unmarked) {
      return unknown(
        `The device ${spell(unmarked)} has the name ${name} and does not say which VM it is of: it may be that of ${vm.name} or another.`,
      );
    }
    const holder = others.find((device) => holdsHostName(device, name, own));
    if (holder) {
      const remedies = removeOther(clouds[cloud].graph, holder, vm);
      return own
        ? fail(
            `Two enabled devices have the host name ${name}: ${spell(own)} and ${spell(holder)}.`,
            remedies,
          )
        : fail(
            `The device ${spell(holder)} has the name ${name}, so ${vm.name} could not join under it.`,
            remedies,
          );
    }
    const [namesake] = others;
    return namesake
      ? warn(`Another device is also called ${name}: ${spell(namesake)}. Sign-in goes by host name.`, [
          remedy.do('Nothing has to be done while sign-in works. Check which of the two is still in use.'),
        ])
      : pass(`${name} is the name of no other enabled device.`);
  },
});

/**
 * Where host names cannot be read (they are beta), the display name counts for a VM that has not joined:
 * a device of that display name is what keeps it out. Beside a joined device it is no proof.
 */
function holdsHostName(device: EntraDevice, name: string, own: EntraDevice | null): boolean {
  if (device.hostNames === null) return own === null && isSame(device.displayName, name);
  if (own && device.trustType === 'Workplace') return false;
  const names = [name, ...(own?.hostNames ?? [])];
  return device.hostNames.some((hostName) => names.some((ours) => isSame(hostName, ours)));
}

// A short name and its FQDN are different entries to Entra ID, so only letter case is forgiven.
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function spell({ displayName, objectId, registeredAt }: EntraDevice): string {
  return `${displayName} (object ${objectId}${registeredAt ? `, of ${registeredAt.slice(0, 10)}` : ''})`;
}

function removeOther(graph: string, holder: EntraDevice, vm: VirtualMachine): Remedy[] {
  const belongsTo = holder.azureResourceId ?? 'no Azure VM';
  return [
    remedy.do(`First see whether ${holder.displayName} is still in use: it belongs to ${belongsTo}.`),
    ...deleteDevice(graph, holder.objectId, `Delete the device ${holder.displayName}, if it is a leftover`),
    remedy.ask(
      `Please delete the device ${spell(holder)} if it is a leftover (it belongs to ${belongsTo}), or give the VM ${vm.name} another computer name.`,
    ),
  ];
}
