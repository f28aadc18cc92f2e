import type { ConnectRooms } from '../../main/connect';
import { createConnect } from '../../main/connect';
import type { ClientEnd, StartRequest } from '../../main/launch/start-client';
import type { Library, LibraryContents } from '../../main/profiles/library';
import { layersOfVm } from '../../main/profiles/vm-layers';
import { openRdpFolder } from '../../main/rdp-files/rdp-folder';
import type { ConnectRequest } from '../../main/services';
import { VmId } from '../../shared/azure/virtual-machine';
import type { RdpClient } from '../../shared/client-pc/this-pc';
import { AppError } from '../../shared/errors/app-error';
import type { Gathered } from '../../shared/preflight/fact';
import type { Report, RouteState } from '../../shared/preflight/report';
import { everyRoute, type Route } from '../../shared/preflight/route';
import { Settings } from '../../shared/settings/settings';

export const vmId = VmId.parse(
  '/subscriptions/s/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/ready-01',
);

export const reportWith = (
  states: Partial<Record<Route, RouteState['state']>>,
  recommended: Route | null,
): Report => ({
  vm: { id: vmId, name: 'ready-01', computerName: 'READY-01' },
  target: { address: 'READY-01', port: 3389, why: 'it is the computer name' },
  account: 'ada@contoso.example',
  baseline: 'article',
  judgedAt: '2026-11-22T18:00:00.000Z',
  cause: null,
  headline: 'The VM is stopped.',
  routes: everyRoute.map((id) => ({
    id,
    state: states[id] ?? 'open',
    closedBy: states[id] === 'closed' ? ['vm-is-running'] : [],
    notSeen: [],
    means: [],
  })),
  recommended,
  results: [
    {
      id: 'vm-is-running',
      title: 'The VM is running',
      status: 'fail',
      routes: { 'web-account': states['web-account'] === 'closed' ? 'fail' : 'pass' },
      found: 'ready-01 is stopped.',
      remedies: [],
      help: 'vm-is-running',
      source: { url: 'https://learn.microsoft.com/', asOf: '2026-11-22' },
    },
  ],
  unknowns: null,
});

const client = (id: RdpClient['id'], routes: Route[], limits: string[] = []): RdpClient => ({
  id,
  name: `The ${id}`,
  version: null,
  path: `/clients/${id}`,
  routes,
  limits,
});
export const mstsc = client('mstsc', ['web-account', 'password']);
export const freerdp2 = client('freerdp2', ['password'], ['FreeRDP 2 cannot sign in with a web account.']);

export const gatheredWith = (clients: RdpClient[], facts: Partial<Gathered> = {}): Gathered => ({
  target: {
    value: {
      address: 'READY-01',
      port: 3389,
      why: 'it is the computer name',
      isRegistered: true,
      resolves: true,
      passwordFallback: null,
    },
  },
  account: {
    value: {
      username: 'ada@contoso.example',
      displayName: null,
      objectId: 'o',
      homeTenantId: 't',
      tenantId: 't',
      userType: 'Member',
    },
  },
  rdpClients: { value: clients },
  ...facts,
});

export interface World {
  /** Where connection files go. */
  readonly root: string;
  readonly report?: Report;
  readonly gathered?: Gathered;
  readonly preferred?: RdpClient['id'] | null;
  readonly isDescribedPc?: boolean;
  /** Of the library: nothing without one. */
  readonly contents?: LibraryContents;
  readonly keptFile?: Library['keptFile'];
  readonly library?: ConnectRooms['library'];
  readonly end?: Partial<ClientEnd>;
  readonly written?: Awaited<ReturnType<NonNullable<ConnectRooms['explainFromEventLogs']>>>;
  readonly startClient?: ConnectRooms['startClient'];
}

const noKeptFile = (): Promise<never> => Promise.reject(new AppError('not-found', 'It is not there.'));

/** Connect over rooms that answer as told; `starts` is what would have been started. */
export function connectIn({
  root,
  report,
  gathered,
  preferred = null,
  isDescribedPc = false,
  contents = { templates: [], profiles: [], problems: [] },
  end,
  written = null,
  ...world
}: World) {
  const starts: StartRequest[] = [];
  const rooms: ConnectRooms = {
    preflight: () =>
      Promise.resolve({
        report: report ?? reportWith({}, 'web-account'),
        gathered: gathered ?? gatheredWith([mstsc]),
      }),
    clientPc: { rdpClients: () => Promise.resolve([]) },
    settings: { read: () => Promise.resolve(Settings.parse({ client: preferred })) },
    openRdpFolder: () => openRdpFolder(root),
    layers: (wanted) =>
      layersOfVm(() => Promise.resolve({ contents: () => Promise.resolve(contents) }), wanted),
    library:
      world.library ??
      (() =>
        Promise.resolve({
          contents: () => Promise.resolve(contents),
          keptFile: world.keptFile ?? noKeptFile,
        })),
    cloud: () => Promise.resolve({ portal: 'https://portal.azure.us' }),
    isDescribedPc,
    isTerminal: false,
    startClient:
      world.startClient ??
      ((request) => {
        starts.push(request);
        return Promise.resolve({
          command: [request.client.path, request.file],
          startedAt: '2026-11-22T18:00:00.000Z',
          ranForMs: 60_000,
          exit: { exitCode: 0, signal: null, stderr: '' },
          ...end,
        });
      }),
    explainFromEventLogs: () => Promise.resolve(written),
  };
  return { ...createConnect(rooms), starts };
}

export const request = (wish: Partial<ConnectRequest> = {}): ConnectRequest => ({
  subject: { vmId },
  route: null,
  anyway: false,
  signal: new AbortController().signal,
  ...wish,
});
