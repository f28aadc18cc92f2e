import { knownNamesOf } from '../../entra/device';
import { currentDeviceOf } from '../../entra/vm-device';
import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const nameNeverRegistered = defineCause({
  id: 'name-never-registered',

  sentenceFor({ failed, gathered }) {
    const target = valueOf(gathered, 'target');
    if (!target || !failed('target-name-is-registered')) return null;
    const vm = valueOf(gathered, 'vm');
    const device = vm && currentDeviceOf(vm, valueOf(gathered, 'vmDevices') ?? []);
    const known = device ? `: it knows the VM as ${knownNamesOf(device).join(' or ')}` : '';
    return `Entra ID never registered the name ${target.address}${known}.`;
  },
});
