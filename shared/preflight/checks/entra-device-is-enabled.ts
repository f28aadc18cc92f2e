import { clouds } from '../../azure/cloud';
import { currentDeviceOf } from '../../entra/vm-device';
import { defineCheck } from '../check';
import { enableDevice } from '../commands';
import { everyRoute } from '../route';
import { sources } from '../sources';
import { fail, pass, remedy, skip } from '../verdict';

export const entraDeviceIsEnabled = defineCheck({
  id: 'entra-device-is-enabled',
  title: "The VM's device is enabled",
  routes: everyRoute,
  source: sources.signInToVm,
  needs: ['vm', 'vmDevices'],
  wants: ['cloud'],
  haltedBy: ['vm-runs-windows', 'entra-device-exists'],

  judge({ vm, vmDevices, cloud = 'global' }) {
    const device = currentDeviceOf(vm, vmDevices);
    if (!device) return skip(`${vm.name} has no device.`);
    const { displayName, objectId, isEnabled } = device;
    if (isEnabled) return pass(`The device ${displayName} is enabled.`);
    return fail(
      `The device ${displayName} of ${vm.name} is disabled in Entra ID, so every sign-in to it is refused.`,
      [
        ...enableDevice(clouds[cloud].graph, objectId),
        remedy.ask(
          `Please enable the device ${displayName} (object ${objectId}) of the VM ${vm.name} in Entra ID, if it was not disabled on purpose.`,
        ),
      ],
    );
  },
});
