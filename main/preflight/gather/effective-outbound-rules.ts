import { AppError } from '../../../shared/errors/app-error';
import { defineGatherer } from '../gatherer';

/** Azure works these out for tens of seconds, and only for a VM that runs. */
export const effectiveOutboundRules = defineGatherer({
  fact: 'effectiveOutboundRules',
  needs: ['vm', 'networkInterfaces'],
  isLate: true,

  async gather({ azure, signal }, { vm, networkInterfaces }) {
    const state = vm.instanceView?.powerState ?? 'running';
    if (state === 'running') return azure.effectiveOutboundRules(networkInterfaces, signal);
    throw new AppError(
      'not-asked',
      `Security rules are in effect only while a VM runs, and ${vm.name} is ${state}.`,
    );
  },
});
