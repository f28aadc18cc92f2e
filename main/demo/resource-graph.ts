import { z } from 'zod';
import { bastionJson, networkJson } from './arm-network';
import { type ArmCall, type ArmRoute, armError, ok } from './arm-route';
import type { DemoResponse } from './demo-http';
import { subscriptionScope } from './demo-ids';
import type { DemoState } from './demo-state';
import { vmIds } from './demo-vms';
import { vmRow } from './resource-graph-rows';
import { decider, hasSomethingIn } from './rights';
import type { DemoAccount } from './tenant-schema';

const QueryBody = z.object({
  query: z.string(),
  subscriptions: z.array(z.string()).optional(),
  options: z
    .object({
      $top: z.int().min(1).max(1000).optional(),
      $skip: z.int().optional(),
      $skipToken: z.string().optional(),
      resultFormat: z.string().optional(),
    })
    .optional(),
});

/** What one query finds: ids in their order, and the row of each, made when its page is asked for. */
interface Answer {
  readonly ids: readonly string[];
  readonly rowOf: (id: string) => Row;
}

type Row = Readonly<Record<string, unknown>>;

interface Asked {
  readonly state: DemoState;
  readonly account: DemoAccount;
  readonly query: string;
  readonly isInSubscription: (id: string) => boolean;
}

/**
 * The queries this product sends, each known by the name in its first line. The demo is not Kusto: it knows the
 * rows of each, and gives the columns that the query's last `project` asks for.
 */
const knownQueries: Readonly<Record<string, (asked: Asked) => Answer>> = {
  'vm-list': (asked) => vmAnswer(asked, () => true),
  'vm-named': (asked) => {
    const name = (/name =~ ("(?:[^"\\]|\\.)*")/.exec(asked.query)?.[1] ?? '""').toLowerCase();
    const wanted = String(JSON.parse(name));
    return vmAnswer(asked, (id) => isCalled(asked.state, id, wanted));
  },
  'bastions-and-peerings': bastionsAndPeerings,
  'address-owners': addressOwners,
  'subscription-names': subscriptionNames,
};

export const resourceGraphRoutes: readonly ArmRoute[] = [
  {
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    action: null,
    answer,
  },
];

function answer({ account, request, state }: ArmCall): DemoResponse {
  if (state.faults.resourceGraphRefused) {
    return armError(403, 'AccessDenied', 'Access is denied to the requested resource.');
  }
  const { data: body, error } = QueryBody.safeParse(request.json());
  if (!body) return armError(400, 'BadRequest', z.prettifyError(error));
  const name = /^\s*\/\/ entra-rdp: ([\w-]+)/.exec(body.query)?.[1] ?? '';
  const found = knownQueries[name]?.({ state, account, query: body.query, ...within(state, account, body) });
  if (!found) {
    return armError(400, 'BadRequest', 'The demo Azure answers only the queries this product sends.');
  }
  const columns = projectedColumns(body.query);
  const start = body.options?.$skipToken ? offsetOf(body.options.$skipToken) : (body.options?.$skip ?? 0);
  const page = found.ids.slice(start, start + (body.options?.$top ?? 1000));
  const rows = page.map(found.rowOf);
  const unknown = columns.find((column) => rows[0] && !(column in rows[0]));
  if (unknown !== undefined) return unresolved(unknown);
  const hasMore = start + page.length < found.ids.length;
  return ok(
    {
      totalRecords: found.ids.length,
      count: rows.length,
      data: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))),
      facets: [],
      resultTruncated: 'false',
      ...(hasMore && { $skipToken: tokenFor(start + page.length) }),
    },
    { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' },
  );
}

/** Kusto's own words for a column that is not there. */
function unresolved(column: string): DemoResponse {
  return {
    status: 400,
    body: {
      error: {
        code: 'BadRequest',
        message: 'Please provide below info when asking for support: timestamp, correlationId.',
        details: [
          {
            code: 'InvalidQuery',
            message: 'Query is invalid. Please refer to the documentation for details.',
          },
          {
            code: 'SEM0100',
            message: `'project' operator: Failed to resolve scalar expression named '${column}'`,
          },
        ],
      },
    },
  };
}

function tokenFor(offset: number): string {
  return Buffer.from(JSON.stringify({ next: offset })).toString('base64');
}

const Token = z.object({ next: z.int().nonnegative() });

function offsetOf(token: string): number {
  try {
    return Token.parse(JSON.parse(Buffer.from(token, 'base64').toString('utf8'))).next;
  } catch {
    return 0;
  }
}

/** Columns of the last `| project` outside parentheses: `id, name, sku = tostring(…)` to `id`, `name`, `sku`. */
export function projectedColumns(query: string): readonly string[] {
  const outermost = withoutParentheses(query.replace(/^\s*\/\/.*$/gm, ''));
  const clause = [...outermost.matchAll(/\|\s*project\s+([^|]+)/g)].at(-1)?.[1] ?? '';
  return clause
    .split(',')
    .map((part) => part.split('=')[0]?.trim() ?? '')
    .filter((column) => column !== '');
}

function withoutParentheses(text: string): string {
  let depth = 0;
  return [...text]
    .filter((character) => {
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      return depth === 0 && character !== ')';
    })
    .join('');
}

function within(state: DemoState, account: DemoAccount, { subscriptions }: z.infer<typeof QueryBody>) {
  const readable = state.tenant.subscriptions.filter(
    ({ id }) =>
      hasSomethingIn(state, account, subscriptionScope(id)) &&
      (!subscriptions?.length || subscriptions.some((one) => one.toLowerCase() === id.toLowerCase())),
  );
  const ids = new Set(readable.map(({ id }) => id.toLowerCase()));
  return { isInSubscription: (id: string) => ids.has(id.split('/')[2]?.toLowerCase() ?? '') };
}

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
  const rows = new Map(
    state.tenant.subscriptions.map(({ id, name, tenantId }) => [
      subscriptionScope(id),
      { id: subscriptionScope(id), subscriptionId: id, name, tenantId, state: 'Enabled' } as Row,
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
