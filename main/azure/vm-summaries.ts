import { powerStateOf, VmId, type VmSummary } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { type Row, textIn, textsIn } from './resource-graph';

/** Rows as they come, and how many the tenant has in all; null while that is not known. */
export type OnRows = (vms: readonly VmSummary[], total: number | null) => void;

/** Turns rows of `vm-list` into summaries. Rows that are not VMs are dropped. */
export function createSummaries(nameOfSubscription: (id: string) => string | null) {
  const share = createSharing();

  return (rows: readonly Row[]): VmSummary[] =>
    rows.flatMap((row): VmSummary | [] => {
      const id = VmId.safeParse(row['id']).data;
      if (id === undefined) return [];
      const parts = partsOfVmId(id);
      const subscriptionId = share(textIn(row, 'subscriptionId') ?? parts.subscriptionId);
      const osType = osTypeOf(textIn(row, 'osType'));
      return {
        id,
        name: textIn(row, 'name') ?? parts.name,
        computerName: textIn(row, 'computerName'),
        subscriptionId,
        subscriptionName: nameOfSubscription(subscriptionId),
        tenantId: share(textIn(row, 'tenantId')),
        resourceGroup: share(textIn(row, 'resourceGroup') ?? parts.resourceGroup),
        location: share(textIn(row, 'location') ?? ''),
        os: share(textIn(row, 'osName') ?? osType),
        osVersion: share(textIn(row, 'osVersion')),
        osType,
        powerState: powerStateOf(textIn(row, 'powerState')),
        privateIps: textsIn(row, 'privateIps'),
        publicIps: publicIpsIn(row),
        hasSystemAssignedIdentity: /SystemAssigned/i.test(textIn(row, 'identityType') ?? ''),
        loginExtension: share(textIn(row, 'loginExtension')),
      };
    });
}

export function osTypeOf(text: string | null | undefined): VmSummary['osType'] {
  if (text?.toLowerCase() === 'windows') return 'Windows';
  return text?.toLowerCase() === 'linux' ? 'Linux' : null;
}

// An address that an interface names and nobody let us read leaves the list incomplete.
function publicIpsIn(row: Row): string[] | null {
  const unread = row['unreadPublicIps'];
  return typeof unread === 'number' && unread > 0 ? null : textsIn(row, 'publicIps');
}

/** 50,000 rows repeat a few hundred regions, systems and groups: each is kept in memory once. */
function createSharing() {
  const known = new Map<string, string>();
  return <T extends string | null>(text: T): T | string => {
    if (text === null) return text;
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}
