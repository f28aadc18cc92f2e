import { resolve } from 'node:path';
import { AppError } from '../shared/errors/app-error';
import type { Session } from './auth/session';
import { once } from './azure/once';
import { composeLists, type Lists } from './compose-lists';
import type { Library } from './profiles/library';
import { openRdpFolder } from './rdp-files/rdp-folder';
import type { Services, ServicesOptions } from './services';
import { libraryMemoryFile, rdpFilesFolder } from './settings/folders';
import type { Surroundings } from './surroundings';
import { version } from './version';

type Runs = Pick<Services, 'preflight' | 'connect' | 'planConnect' | 'composeProfile' | 'foretell'>;

/**
 * Hands each room what it needs. What checks and connects is loaded when it is first asked for: a window
 * that starts, or a terminal that lists, has no use for the rules yet.
 */
export function composeServices(around: Surroundings, options: ServicesOptions): Services {
  const { mode, settings, session, clientPc } = around;
  const library = libraryIn(around, options);
  const lists = composeLists(around);
  const runs = once(() => loadRuns(around, options, library, lists));

  return {
    mode,
    settings,
    session: forgettingLists(session, lists),
    inventory: lists.inventory,
    lastList: lists.lastList,
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
  { lastList, tenantOf }: Lists,
): Promise<Runs> {
  const { settings, clientPc, endpoint, isDescribedPc } = around;
  const [{ createPreflight }, { createConnect }, { layersOfVm }, { rememberedNames }] = await Promise.all([
    import('./create-preflight'),
    import('./connect'),
    import('./profiles/vm-layers'),
    import('./remembered-names'),
  ]);
  const preflight = createPreflight(around, options, {
    tenantOf,
    names: (vmId, signal) => rememberedNames(lastList, library, vmId, signal),
    library,
  });
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

/** Signing out takes along what the sign-in could see, before anybody hears that it is done. */
function forgettingLists(session: Session, lists: Lists): Session {
  return {
    ...session,
    async signOut() {
      await lists.forget();
      return session.signOut();
    },
  };
}
