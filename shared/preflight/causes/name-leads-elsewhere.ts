import { isIpAddress, isLoopback } from '../../network/host-name';
import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const nameLeadsElsewhere = defineCause({
  id: 'name-leads-elsewhere',

  sentenceFor({ failed, gathered }) {
    const target = valueOf(gathered, 'target');
    // An address somebody insisted on leads nowhere but to itself.
    if (!failed('target-resolves-to-the-vm') || !target || isIpAddress(target.address)) return null;
    const [owner] = valueOf(gathered, 'addressOwners') ?? [];
    const answers =
      valueOf(gathered, 'nameResolutions')?.find(({ name }) => name === target.address)?.addresses ?? [];
    const where = owner
      ? `another VM, ${owner.vmName}`
      : answers.some(({ address }) => isLoopback(address))
        ? 'this PC itself'
        : 'somewhere else';
    return `The name ${target.address} leads to ${where}: what this PC is told of it is wrong or old.`;
  },
});
