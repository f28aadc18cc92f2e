import { type CaseFile, defineCause } from '../cause';
import { valueOf } from '../gaps';

export const notOnTheVmsNetwork = defineCause({
  id: 'not-on-the-vms-network',

  sentenceFor(file) {
    if (!isPrivateOnly(file)) return null;
    if (file.failed('target-name-resolves')) {
      return 'You do not seem to be on the network of this VM: it has private addresses only, and its name is not known here.';
    }
    return file.failed('rdp-port-answers') && isOutOfReach(file)
      ? 'You are not on the network of this VM: it has private addresses only, and nothing from here gets to them.'
      : null;
  },
});

/** Only said of addresses that were read: an address we could not see may be public. */
function isPrivateOnly({ gathered }: CaseFile): boolean {
  const interfaces = valueOf(gathered, 'networkInterfaces') ?? [];
  return interfaces.length > 0 && interfaces.every(({ publicAddresses }) => !publicAddresses.length);
}

/** A refusal would prove that the VM is within reach. */
function isOutOfReach({ gathered }: CaseFile): boolean {
  const outcome = valueOf(gathered, 'rdpProbe')?.outcome;
  return outcome === 'filtered' || outcome === 'unreachable';
}
