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

  async gather({ question, rememberedNames, signal }, { vm, vmDevices }) {
    const isUnread = vm === undefined && question.vmId !== null;
    return candidatesFrom({
      vm: vm ?? null,
      remembered: isUnread ? await rememberedNames(question.vmId, signal) : [],
      vmDevice: vm && vmDevices ? currentDeviceOf(vm, vmDevices) : undefined,
      hostName: question.hostName,
      insisted: question.address,
    });
  },
});
