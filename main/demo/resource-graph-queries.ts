import { z } from 'zod';
import { bastionJson, networkJson } from './arm-network-shapes';
import { subscriptionScope } from './demo-ids';
import type { DemoState } from './demo-state';
import { vmIds } from './demo-vms';
import { conditionOf } from './kusto-condition';
import { vmRow } from './resource-graph-rows';
import { decider } from './rights';
import type { DemoAccount } from './tenant-schema';

/** What one query finds: ids in their order, and the row of each, made when its page is asked for. */
export interface Answer {
  readonly ids: readonly string[];
  readonly rowOf: (id: string) => Row;
}

type Row = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly state: DemoState;
  readonly account: DemoAccount;
  readonly query: string;
  readonly isInSubscription: (id: string) => boolean;
}

/**
 * The queries this product sends, each known by the name in its first line. The demo is not Kusto: it knows the
 * rows of each, and gives the columns that the query's last `project` asks for.
 *
 * @throws KustoError for a condition of a person's that is beyond the demo.
 */
export const knownQueries: Readonly<Record<string, (asked: Asked) => Answer>> = {
  'vm-list': (asked) => vmAnswer(asked, () => true),
  'vm-named': (asked) => {
    const name = (/name =~ ("(?:[^"\\]|\\.)*")/.exec(asked.query)?.[1] ?? '""').toLowerCase();
    const wanted = String(JSON.parse(name));
    return vmAnswer(asked, (id) => isCalled(asked.state, id, wanted));
  },
  'vms-for-profiles': (asked) => {
    const condition = /\| where \(\n([\s\S]*)\n\)\n\| extend vmKey/.exec(asked.query)?.[1];
    if (condition === undefined) return vmAnswer(asked, () => true);
    const fits = conditionOf(condition);
    const rowOf = vmRow(asked.state, asked.account);
    return vmAnswer(asked, (id) => fits({ type: 'microsoft.compute/virtualmachines', ...rowOf(id) }));
  },
  'bastions-and-peerings': bastionsAndPeerings,
  'address-owners': addressOwners,
  'subscription-names': subscriptionNames,
};

function vmAnswer({ account, isInSubscription, state }: Asked, matches: (id: string) => boolean): Answer {
  const mayRead = decider(state, account, 'Microsoft.Compute/virtualMachines/read');
  return {
    ids: vmIds(state).filter((id) => isInSubscription(id) && mayRead(id) && matches(id)),
    rowOf: vmRow(state, account),
  };
}

function isCalled(state: DemoState, id: string, name: string): boolean {
  if (id.toLowerCase().endsWith(`/${name}`)) return true;
  // A made-up VM is called as its id ends.
  return state.vms.get(id.toLowerCase())?.computerName?.toLowerCase() === name;
}

function bastionsAndPeerings({ account, isInSubscription, state }: Asked): Answer {
  const mayReadBastion = decider(state, account, 'Microsoft.Network/bastionHosts/read');
  const mayReadNetwork = decider(state, account, 'Microsoft.Network/virtualNetworks/read');
  const { bastions, networks } = state.tenant;
  const rows = new Map<string, Row>([
    ...bastions.filter(({ id }) => mayReadBastion(id)).map((one) => [one.id, bastionRow(one)] as const),
    ...networks
      .filter(({ id, peeredIds }) => peeredIds.length > 0 && mayReadNetwork(id))
      .map((one) => [one.id, networkRow(one)] as const),
  ]);
  return fromRows(rows, isInSubscription);
}

const noColumns = {
  sku: '',
  allowsTunneling: null,
  allowsIpConnect: null,
  provisioningState: '',
  subnetId: '',
  networkId: '',
  peerings: null,
};

function bastionRow(bastion: DemoState['tenant']['bastions'][number]): Row {
  const isDeveloper = bastion.sku === 'Developer';
  return {
    ...noColumns,
    ...bastionJson(bastion),
    type: 'microsoft.network/bastionhosts',
    sku: bastion.sku,
    allowsTunneling: bastion.allowsTunneling,
    allowsIpConnect: bastion.allowsIpConnect,
    provisioningState: bastion.provisioningState,
    subnetId: isDeveloper ? '' : `${bastion.networkId}/subnets/AzureBastionSubnet`,
    networkId: isDeveloper ? bastion.networkId : '',
  };
}

const NetworkProperties = z.object({
  properties: z.object({ virtualNetworkPeerings: z.array(z.unknown()), provisioningState: z.string() }),
});

function networkRow(network: DemoState['tenant']['networks'][number]): Row {
  const { properties } = NetworkProperties.parse(networkJson(network));
  return {
    ...noColumns,
    id: network.id,
    name: network.name,
    type: 'microsoft.network/virtualnetworks',
    provisioningState: properties.provisioningState,
    peerings: properties.virtualNetworkPeerings,
  };
}

function addressOwners({ account, isInSubscription, query, state }: Asked): Answer {
  const mayRead = decider(state, account, 'Microsoft.Network/networkInterfaces/read');
  const mayReadPublic = decider(state, account, 'Microsoft.Network/publicIPAddresses/read');
  const list = /where address in \(([^)]*)\)/.exec(query)?.[1] ?? '';
  const wanted = new Set([...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''));
  const rows = new Map<string, Row>();
  // Made-up VMs number in the tens of thousands; names in the demo resolve only to described ones.
  for (const vm of state.vms.values()) {
    for (const nic of vm.interfaces.filter(({ id }) => mayRead(id))) {
      const seesPublic = nic.publicAddressId !== null && mayReadPublic(nic.publicAddressId);
      const addresses = [...nic.privateAddresses, ...(seesPublic ? [nic.publicAddress] : [])];
      for (const address of addresses) {
        if (address === null || !wanted.has(address)) continue;
        rows.set(`${nic.id} ${address}`, { id: nic.id, vmId: vm.id, address });
      }
    }
  }
  return fromRows(rows, isInSubscription);
}

function subscriptionNames({ isInSubscription, state }: Asked): Answer {
  const rows = new Map<string, Row>(
    state.tenant.subscriptions.map(({ id, name, tenantId }) => [
      subscriptionScope(id),
      { id: subscriptionScope(id), subscriptionId: id, name, tenantId, state: 'Enabled' },
    ]),
  );
  return fromRows(rows, isInSubscription);
}

function fromRows(rows: ReadonlyMap<string, Row>, isInSubscription: (id: string) => boolean): Answer {
  return {
    ids: [...rows.keys()].filter(isInSubscription).toSorted(),
    rowOf: (id) => rows.get(id) ?? {},
  };
}
