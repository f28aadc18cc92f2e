import { resolve } from 'node:path';
import { partsOfVmId, type VmId } from '../shared/azure/virtual-machine';
import { AppError, isAppError } from '../shared/errors/app-error';
import { azureCredential } from './auth/azure-credential';
import type { Session } from './auth/session';
import type { OpenSession } from './auth/session-options';
import { createInventory } from './azure/create-inventory';
import type { Inventory } from './azure/inventory';
import type { InventoryTenant } from './azure/list-vms';
import { once } from './azure/once';
import { keepingLastList } from './last-list/keeping-last-list';
import { lastListOf } from './last-list/last-list';
import { type LastLists, openLastLists } from './last-list/last-lists';
import type { Library } from './profiles/library';
import { openRdpFolder } from './rdp-files/rdp-folder';
import type { Services, ServicesOptions } from './services';
import { libraryMemoryFile, rdpFilesFolder } from './settings/folders';
import { log } from './support/log';
import type { Surroundings } from './surroundings';
import { version } from './version';

type Runs = Pick<Services, 'preflight' | 'connect' | 'planConnect' | 'composeProfile' | 'foretell'>;

/**
 * Hands each room what it needs. What checks and connects is loaded when it is first asked for: a window
 * that starts, or a terminal that lists, has no use for the rules yet.
 */
export function composeServices(around: Surroundings, options: ServicesOptions): Services {
  const { mode, settings, session, clientPc, endpoint } = around;
  const tenantOfSubscription = new Map<string, string>();
  const library = libraryIn(around, options);
  const runs = once(() =>
    loadRuns(around, options, library, (id) => tenantOfSubscription.get(subscriptionOf(id))),
  );
  const lists = openLastLists(around.lastListsFolder, (message, error) => log().warn(message, error));
  const account = (signal: AbortSignal) => session.account(signal);
  const inventory = createInventory({
    endpoint,
    tenants: () => signedInTenants(session),
    credentialFor: (tenantId) => azureCredential(session.tokens, tenantId),
  });

  return {
    mode,
    settings,
    session: forgettingLists(session, lists),
    inventory: remembering(tenantOfSubscription, keepingLastList(inventory, lists, account)),
    lastList: lastListOf(lists, (signal) => account(signal).catch(nobodyWhereSignedOut)),
    clientPc,
    library,
    preflight: async (request) => (await runs()).preflight(request),
    connect: async (request) => (await runs()).connect(request),
    planConnect: async (request) => (await runs()).planConnect(request),
    composeProfile: async (request) => (await runs()).composeProfile(request),
    foretell: async (run, request) => (await runs()).foretell(run, request),
    async close() {
      session.close();
      await lists.settled();
      await around.close();
    },
  };
}

/** The same one, until the settings name another folder. */
function libraryIn(
  { settings, libraryFolder }: Surroundings,
  options: ServicesOptions,
): () => Promise<Library> {
  let opened: Library | undefined;
  return async () => {
    if (options.libraryFolder?.trim() === '') {
      throw new AppError('invalid-request', 'Name the folder of the library: --library FOLDER.');
    }
    const chosen = (await settings.read()).libraryFolder;
    const folder = resolve(options.libraryFolder ?? chosen ?? libraryFolder);
    if (opened?.folder !== folder) {
      const { openLibrary } = await import('./profiles/open-library');
      const mustExist = options.libraryFolder === undefined && chosen !== null;
      opened = openLibrary(folder, {
        mustExist,
        memoryFile: { path: libraryMemoryFile(folder), program: version },
      });
    }
    return opened;
  };
}

async function loadRuns(
  around: Surroundings,
  options: ServicesOptions,
  library: () => Promise<Library>,
  tenantOf: (vmId: VmId) => string | undefined,
): Promise<Runs> {
  const { settings, clientPc, endpoint, isDescribedPc } = around;
  const [{ createPreflight }, { createConnect }, { layersOfVm }] = await Promise.all([
    import('./create-preflight'),
    import('./connect'),
    import('./profiles/vm-layers'),
  ]);
  const preflight = createPreflight(around, options, tenantOf, library);
  return {
    preflight,
    ...createConnect({
      preflight,
      clientPc,
      settings,
      openRdpFolder: () => openRdpFolder(rdpFilesFolder()),
      layers: (wanted) => layersOfVm(library, wanted),
      library,
      cloud: async () => endpoint.cloud,
      isDescribedPc,
      isTerminal: options.isTerminal === true,
    }),
  };
}

async function signedInTenants(session: OpenSession): Promise<InventoryTenant[]> {
  const signal = new AbortController().signal;
  const { tenantId } = await session.account(signal);
  const { tenants } = await session.state();
  const signedIn = tenants.filter(({ state }) => state === 'signed-in').map(({ id, name }) => ({ id, name }));
  return signedIn.length ? signedIn : [{ id: tenantId, name: tenantId }];
}

function nobodyWhereSignedOut(error: unknown): null {
  if (isAppError(error) && error.code === 'sign-in-required') return null;
  throw error;
}

/** Signing out takes along what the sign-in could see. */
function forgettingLists(session: Session, lists: LastLists): Session {
  return {
    ...session,
    async signOut() {
      const state = await session.signOut();
      await lists.forget();
      return state;
    },
  };
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
