import { isIpAddress, isLoopback, isSameHost } from '../../network/host-name';
import { type CaseFile, defineCause } from '../cause';
import { valueOf } from '../gaps';

export const nameLeadsElsewhere = defineCause({
  id: 'name-leads-elsewhere',

  sentenceFor({ failed, gathered }) {
    if (!failed('target-resolves-to-the-vm')) return null;
    const name = valueOf(gathered, 'target')?.address;
    // An address is told by nobody: where it leads is what the person asked for.
    if (name !== undefined && isIpAddress(name)) return null;
    return `The name ${name ?? 'of this VM'} leads to ${whereTo(name, gathered)}: what this PC is told of it is wrong or old.`;
  },
});

function whereTo(name: string | undefined, gathered: CaseFile['gathered']): string {
  const [owner] = valueOf(gathered, 'addressOwners') ?? [];
  if (owner) return `another VM, ${owner.vmName}`;
  const resolutions = valueOf(gathered, 'nameResolutions') ?? [];
  const isThisPc = resolutions.some(
    (resolution) =>
      name !== undefined &&
      isSameHost(resolution.name, name) &&
      resolution.addresses.some(({ address }) => isLoopback(address)),
  );
  return isThisPc ? 'this PC itself' : 'somewhere else';
}
