import { partsOfVmId, type VmId } from '../shared/azure/virtual-machine';
import { AppError } from '../shared/errors/app-error';
import { Baseline } from '../shared/preflight/baseline';
import { causes } from '../shared/preflight/causes';
import type { Facts } from '../shared/preflight/fact';
import { checks } from '../shared/preflight/registry';
import { azureCredential } from './auth/azure-credential';
import type { OpenSession } from './auth/session-options';
import { createAzureReader } from './azure/create-azure-reader';
import { createInventory } from './azure/create-inventory';
import type { Endpoint } from './azure/endpoint';
import type { Inventory } from './azure/inventory';
import type { InventoryTenant } from './azure/list-vms';
import type { ClientPc } from './client-pc/client-pc';
import { createConnect } from './connect';
import { createEntraReader } from './entra/create-entra-reader';
import type { EntraReader } from './entra/entra-reader';
import type { Network } from './network/network';
import type { KnownAccount, World } from './preflight/gatherer';
import { runPreflight } from './preflight/run-preflight';
import { somebodyElsesPc } from './preflight/somebody-elses-pc';
import { openRdpFolder } from './rdp-files/rdp-folder';
import type { PreflightRequest, PreflightSubject, Services, ServicesOptions } from './services';
import { rdpFilesFolder } from './settings/folders';
import type { SettingsStore } from './settings/settings-store';
import { logBug } from './support/log';

/** What differs between the real world and the demo. */
export interface Surroundings {
  readonly mode: Services['mode'];
  readonly endpoint: Endpoint;
  readonly settings: SettingsStore;
  readonly session: OpenSession;
  readonly network: Network;
  readonly clientPc: ClientPc;
  /** The demo's PC is described in its file: nothing can be started on it. */
  readonly isDescribedPc: boolean;
  readonly passwordSignIn: (username: string) => Promise<Facts['passwordSignIn']>;
  readonly close: () => Promise<void>;
}

const rdpPort = 3389;

/** Hands each room what it needs. */
export function composeServices(around: Surroundings, options: ServicesOptions): Services {
  const { settings, session, clientPc, endpoint } = around;
  const tenantOfSubscription = new Map<string, string>();
  const inventory = remembering(
    tenantOfSubscription,
    createInventory({
      endpoint,
      tenants: () => signedInTenants(session),
      credentialFor: (tenantId) => azureCredential(session.tokens, tenantId),
    }),
  );

  const preflight = async (request: PreflightRequest) => {
    const { subject, signal, onProgress } = request;
    const vmId = 'vmId' in subject ? subject.vmId : null;
    const tenantId = vmId === null ? undefined : tenantOfSubscription.get(subscriptionOf(vmId));
    return runPreflight({
      subject: { vmId, name: nameOf(subject) },
      world: worldFor(around, request, tenantId),
      checks,
      causes,
      circumstances: {
        baseline: await baselineFor(request, options, settings),
        now: new Date().toISOString(),
      },
      onProgress,
      withLate: request.withLate,
      logBug: (error) => {
        if (!signal.aborted) logBug(error);
      },
    });
  };

  return {
    mode: around.mode,
    settings,
    session,
    inventory,
    clientPc,
    preflight,
    ...createConnect({
      preflight,
      clientPc,
      settings,
      openRdpFolder: () => openRdpFolder(rdpFilesFolder()),
      cloud: async () => endpoint.cloud,
      isDescribedPc: around.isDescribedPc,
      isTerminal: options.isTerminal === true,
    }),
    async close() {
      session.close();
      await around.close();
    },
  };
}

function worldFor(around: Surroundings, request: PreflightRequest, tenantId: string | undefined): World {
  const { endpoint, session, network } = around;
  const { subject, address = null, port = rdpPort, forUsername = null, signal } = request;
  const credential = azureCredential(session.tokens, tenantId);
  const entra = createEntraReader(endpoint, (permission) =>
    azureCredential(session.tokens, tenantId, 'graph', [permission]),
  );
  const signedIn = async (by: AbortSignal) => {
    const own = await session.account(by);
    return tenantId === undefined ? own : { ...own, tenantId };
  };
  return {
    question: {
      vmId: 'vmId' in subject ? subject.vmId : null,
      hostName: 'hostName' in subject ? subject.hostName : null,
      address,
      port,
      forUsername,
    },
    cloud: endpoint.cloud.id,
    azure: createAzureReader(endpoint, credential),
    entra,
    network,
    ...(forUsername === null ? ownDesk(around, signedIn, signal) : otherDesk(forUsername, entra, signedIn)),
    signal,
  };
}

type Desk = Pick<World, 'account' | 'clientPc' | 'passwordSignIn'>;

/** Who sits here, and their PC. */
function ownDesk(
  { session, clientPc, passwordSignIn }: Surroundings,
  account: World['account'],
  signal: AbortSignal,
): Desk {
  return {
    account,
    clientPc,
    passwordSignIn: async () => passwordSignIn((await session.account(signal)).username),
  };
}

/** Somebody else: their account is read once, by the rights of whoever is signed in, and their PC not at all. */
function otherDesk(username: string, entra: EntraReader, signedIn: World['account']): Desk {
  let reading: Promise<KnownAccount> | null = null;
  const pc = somebodyElsesPc(username);
  return {
    account: (signal) => (reading ??= readSomebody(username, entra, signedIn, signal)),
    clientPc: pc,
    passwordSignIn: pc.passwordSignIn,
  };
}

// Graph does not tell where a guest is at home: their name tells that it is elsewhere.
async function readSomebody(
  username: string,
  entra: EntraReader,
  signedIn: World['account'],
  signal: AbortSignal,
): Promise<KnownAccount> {
  const [person, { tenantId, username: readBy }] = await Promise.all([
    entra.user(username, signal),
    signedIn(signal),
  ]);
  const isGuest = person.userType === 'Guest' || /#EXT#/i.test(person.username);
  return { ...person, tenantId, homeTenantId: isGuest ? 'unknown' : tenantId, readBy };
}

async function signedInTenants(session: OpenSession): Promise<InventoryTenant[]> {
  const signal = new AbortController().signal;
  const { tenantId } = await session.account(signal);
  const { tenants } = await session.state();
  const signedIn = tenants.filter(({ state }) => state === 'signed-in').map(({ id, name }) => ({ id, name }));
  return signedIn.length ? signedIn : [{ id: tenantId, name: tenantId }];
}

// A VM's id does not say its tenant; the list does, so that a later pre-flight asks the right one at once.
function remembering(tenantOfSubscription: Map<string, string>, inventory: Inventory): Inventory {
  return {
    ...inventory,
    list: (onPage, signal) =>
      inventory.list((vms, soFar, total) => {
        for (const { subscriptionId, tenantId } of vms) {
          if (tenantId !== null) tenantOfSubscription.set(subscriptionId.toLowerCase(), tenantId);
        }
        onPage(vms, soFar, total);
      }, signal),
  };
}

function subscriptionOf(id: VmId): string {
  return partsOfVmId(id).subscriptionId.toLowerCase();
}

function nameOf(subject: PreflightSubject): string {
  return 'vmId' in subject ? partsOfVmId(subject.vmId).name : subject.hostName;
}

async function baselineFor(
  request: PreflightRequest,
  { baseline }: ServicesOptions,
  settings: SettingsStore,
): Promise<Baseline> {
  if (request.baseline) return request.baseline;
  if (baseline === undefined) return (await settings.read()).baseline;
  const { data } = Baseline.safeParse(baseline);
  if (data) return data;
  throw new AppError(
    'invalid-request',
    `There is no baseline ${baseline}: choose ${Baseline.options.join(' or ')}.`,
  );
}
