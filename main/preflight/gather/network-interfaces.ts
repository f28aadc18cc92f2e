import { defineGatherer } from '../gatherer';

export const networkInterfaces = defineGatherer({
  fact: 'networkInterfaces',
  needs: ['vm'],
  gather: ({ azure, signal }, { vm }) => azure.networkInterfaces(vm.networkInterfaceIds, signal),
});
