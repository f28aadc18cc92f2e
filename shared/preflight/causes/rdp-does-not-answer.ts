import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const rdpDoesNotAnswer = defineCause({
  id: 'rdp-does-not-answer',

  sentenceFor({ failed, gathered }) {
    const probe = valueOf(gathered, 'rdpProbe');
    if (!failed('rdp-port-answers') || !probe) return null;
    switch (probe.outcome) {
      case 'closed':
        return 'The VM is there, but nothing answers on its Remote Desktop port.';
      case 'filtered':
        return 'Something between this PC and the VM drops Remote Desktop: a firewall or a network security group.';
      case 'unreachable':
        return 'There is no way from this PC to the address of this VM.';
      case 'not-rdp':
        return "Something other than Remote Desktop answers on the VM's port.";
      case 'rdp':
      case 'not-probed':
        return null;
    }
  },
});
