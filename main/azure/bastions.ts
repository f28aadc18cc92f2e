import { z } from 'zod';
import type { BastionHost, Bastions } from '../../shared/azure/bastion';
import { networkOfSubnet } from '../../shared/azure/virtual-machine';
import type { Arm } from './arm';
import { bastionsAndPeeringsQuery } from './queries';
import { queryRows, type Row, textIn } from './resource-graph';

/** Every Bastion the account can see, and which networks are peered, in one query. */
export async function readBastions(arm: Arm, signal: AbortSignal): Promise<Bastions> {
  const asked = {
    purpose: 'looking for Azure Bastion',
    right: 'Reader on the virtual networks and their Bastion',
    signal,
  };
  return bastionsOf(await queryRows(arm, asked, bastionsAndPeeringsQuery));
}

export function bastionsOf(rows: readonly Row[]): Bastions {
  return {
    hosts: rows
      .filter((row) => textIn(row, 'type')?.toLowerCase() === 'microsoft.network/bastionhosts')
      .map(bastionOf),
    peerings: rows.flatMap(peeringsOf),
  };
}

function bastionOf(row: Row): BastionHost {
  const subnetId = textIn(row, 'subnetId');
  const networkId = textIn(row, 'networkId') ?? (subnetId === null ? null : networkOfSubnet(subnetId));
  return {
    id: textIn(row, 'id') ?? '',
    name: textIn(row, 'name') ?? '',
    sku: textIn(row, 'sku'),
    allowsTunneling: row['allowsTunneling'] === true,
    allowsIpConnect: row['allowsIpConnect'] === true,
    provisioningState: textIn(row, 'provisioningState'),
    networkId: networkId?.toLowerCase() ?? null,
  };
}

const Peerings = z.array(
  z.object({
    properties: z.object({
      remoteVirtualNetwork: z.object({ id: z.string() }),
      peeringState: z.string().nullish(),
    }),
  }),
);

function peeringsOf(row: Row): Bastions['peerings'] {
  const from = textIn(row, 'id')?.toLowerCase();
  const { data } = Peerings.safeParse(row['peerings']);
  if (from === undefined || data === undefined) return [];
  return data
    .filter(({ properties }) => (properties.peeringState ?? 'Connected') === 'Connected')
    .map(({ properties }) => ({ from, to: properties.remoteVirtualNetwork.id.toLowerCase() }));
}
