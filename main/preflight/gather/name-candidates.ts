import { currentDeviceOf } from '../../../shared/entra/vm-device';
import { nameCandidates as candidatesFrom } from '../../../shared/network/candidates';
import { defineGatherer } from '../gatherer';

/**
 * Interfaces name the VM too (a suffix, a public name) and are not waited for: they are read only after the
 * VM, and names, port and protocol would each be asked one call later.
 */
export const nameCandidates = defineGatherer({
  fact: 'nameCandidates',
  wants: ['vm', 'vmDevices'],

  async gather({ question }, { vm, vmDevices }) {
    return candidatesFrom({
      vm: vm ?? null,
      vmDevice: vm && vmDevices ? currentDeviceOf(vm, vmDevices) : undefined,
      hostName: question.hostName,
      insisted: question.address,
    });
  },
});
