import type { VmId } from '../shared/azure/virtual-machine';
import { partsOfVmId } from '../shared/azure/vm-id-parts';
import { AppError } from '../shared/errors/app-error';
import { Baseline } from '../shared/preflight/baseline';
import { causes } from '../shared/preflight/causes';
import { checks } from '../shared/preflight/registry';
import { azureCredential } from './auth/azure-credential';
import { createAzureReader } from './azure/create-azure-reader';
import { createEntraReader } from './entra/create-entra-reader';
import type { EntraReader } from './entra/entra-reader';
import type { KnownAccount, World } from './preflight/gatherer';
import { runPreflight } from './preflight/run-preflight';
import { somebodyElsesPc } from './preflight/somebody-elses-pc';
import type { PreflightRequest, PreflightSubject, Services, ServicesOptions } from './services';
import type { SettingsStore } from './settings/settings-store';
import { signedFilesFor } from './signed-file-for';
import { logBug } from './support/log';
import type { Surroundings } from './surroundings';

const rdpPort = 3389;

/** What was known of a VM before it is asked about. */
export interface KnownBefore {
  /** The tenant of its subscription, where the list has told it. */
  readonly tenantOf: (vmId: VmId) => string | undefined;
  readonly names: World['rememberedNames'];
  readonly library: Services['library'];
}

export function createPreflight(
  around: Surroundings,
  options: ServicesOptions,
  before: KnownBefore,
): Services['preflight'] {
  return async (request) => {
    const { subject, signal, onProgress } = request;
    const vmId = 'vmId' in subject ? subject.vmId : null;
    return runPreflight({
      subject: { vmId, name: nameOf(subject) },
      world: worldFor(around, request, before),
      checks,
      causes,
      circumstances: {
        baseline: await baselineFor(request, options, around.settings),
        now: new Date().toISOString(),
      },
      onProgress,
      withLate: request.withLate,
      withoutSignIn: request.withoutSignIn,
      logBug: (error) => {
        if (!signal.aborted) logBug(error);
      },
    });
  };
}

function worldFor(around: Surroundings, request: PreflightRequest, before: KnownBefore): World {
  const { endpoint, session, network } = around;
  const { subject, address = null, port = rdpPort, forUsername = null, signal } = request;
  const tenantId = 'vmId' in subject ? before.tenantOf(subject.vmId) : undefined;
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
    rememberedNames: before.names,
    ...(forUsername === null
      ? {
          ...ownDesk(around, signedIn, signal),
          signedFiles: (known) => signedFilesFor(before.library, known, request),
        }
      : otherDesk(forUsername, entra, signedIn)),
    signal,
  };
}

type Desk = Pick<World, 'account' | 'clientPc' | 'passwordSignIn' | 'signedFiles'>;

/** Who sits here, and their PC. */
function ownDesk(
  { session, clientPc, passwordSignIn }: Surroundings,
  account: World['account'],
  signal: AbortSignal,
): Omit<Desk, 'signedFiles'> {
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
    signedFiles: pc.signedFiles,
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
