import { defineCause } from '../cause';
import { valueOf } from '../gaps';

export const nameLeadsElsewhere = defineCause({
  id: 'name-leads-elsewhere',

  sentenceFor({ failed, gathered }) {
    if (!failed('target-resolves-to-the-vm')) return null;
    const target = valueOf(gathered, 'target');
    const [owner] = valueOf(gathered, 'addressOwners') ?? [];
    const where = owner ? `another VM, ${owner.vmName}` : 'somewhere else';
    return `The name ${target?.address ?? 'of this VM'} leads to ${where}: what this PC is told of it is wrong or old.`;
  },
});
