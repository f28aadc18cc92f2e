import { AppError } from '../../../shared/errors/app-error';
import { defineGatherer } from '../gatherer';

export const namesakeDevices = defineGatherer({
  fact: 'namesakeDevices',
  needs: ['vm'],

  async gather({ entra, signal }, { vm }) {
    const name = vm.instanceView?.computerName ?? vm.computerName;
    if (name !== null) return entra.devicesNamed(name, signal);
    throw new AppError(
      'not-found',
      `Devices of the same name were not looked for: Azure does not say what Windows on ${vm.name} is called.`,
    );
  },
});
