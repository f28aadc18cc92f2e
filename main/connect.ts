import type { Cloud } from '../shared/azure/cloud';
import type { RdpClient } from '../shared/client-pc/this-pc';
import { AppError } from '../shared/errors/app-error';
import { bastionByHand, isBastion } from '../shared/launch/bastion-way';
import { chooseClient } from '../shared/launch/choose-client';
import { chooseRoute, isClosed } from '../shared/launch/choose-route';
import type { ConnectOutcome, ConnectPlan } from '../shared/launch/connect';
import type { ExitExplanation } from '../shared/launch/exit';
import { type PlannedProfile, planProfile, valueOf } from '../shared/launch/plan-profile';
import type { UsedFile } from '../shared/launch/used-file';
import { vmScopeIn } from '../shared/launch/vm-scope';
import type { Report } from '../shared/preflight/report';
import type { Route } from '../shared/preflight/route';
import { routeNames } from '../shared/preflight/route-order';
import { composeLayered } from '../shared/profiles/compose-layered';
import { type Origin, outsideAzure, type ResolvedSetting } from '../shared/profiles/resolve';
import { settingsIn } from '../shared/rdp/parse';
import { profileFileName } from '../shared/rdp/profile-name';
import { serializeRdp } from '../shared/rdp/serialize';
import type { ClientPc } from './client-pc/client-pc';
import type { Launcher } from './launch/launcher';
import { launcherOf } from './launch/launchers';
import { explainFromEventLogs } from './launch/read-windows-events';
import { type ClientEnd, startClient } from './launch/start-client';
import type { Library } from './profiles/library';
import type { LookedFor, SignedFile } from './profiles/signed-profile';
import type { LayersWanted, VmLayers } from './profiles/vm-layers';
import type { RdpFolder, WrittenFile } from './rdp-files/rdp-folder';
import type { ConnectRequest, PreflightRequest, PreflightRun, ProfileRequest, Services } from './services';
import type { SettingsStore } from './settings/settings-store';
import { signedFileFor } from './signed-file-for';

export interface ConnectRooms {
  readonly preflight: Services['preflight'];
  readonly clientPc: Pick<ClientPc, 'rdpClients'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Opened, and with that swept, when first needed. */
  readonly openRdpFolder: () => Promise<RdpFolder>;
  /** What the library's templates, and its profile of the VM, say of the file. */
  readonly layers: (wanted: LayersWanted) => Promise<VmLayers>;
  readonly library: () => Promise<Pick<Library, 'contents' | 'keptFile'>>;
  readonly cloud: () => Promise<Pick<Cloud, 'portal'>>;
  /** The demo's PC is described in its file: it has no programs to start. */
  readonly isDescribedPc: boolean;
  /** Whether a person sits at our terminal, where the client can ask them itself. */
  readonly isTerminal: boolean;
  readonly startClient?: typeof startClient;
  readonly explainFromEventLogs?: typeof explainFromEventLogs;
}

/** The one click: check, take the best route, write the file, start the client, and tell how it went. */
export function createConnect(
  rooms: ConnectRooms,
): Pick<Services, 'connect' | 'planConnect' | 'composeProfile'> {
  return {
    async connect(request) {
      request.onStage?.({ stage: 'checking' });
      const run = await rooms.preflight(checksOf(request));
      const inherited = await inheritedBy(rooms, run, request);
      const route = chooseRoute(run.report, inherited.layers, request);
      if (route === null || (isClosed(run.report, route) && !request.anyway)) {
        return { outcome: 'stopped', report: run.report, route };
      }
      const profile = await composeFor(rooms, route, inherited, run, request);
      tellOfSignedFile(profile, request);
      const client = await clientFor(rooms, profile.route, run, request);
      if (rooms.isDescribedPc) throw describedPc(client);
      const file = await write(rooms, profile);
      return openWith(rooms, client, file, profile, run, request);
    },

    async planConnect(request) {
      const run = await rooms.preflight(checksOf(request));
      const inherited = await inheritedBy(rooms, run, request);
      const route = chooseRoute(run.report, inherited.layers, request);
      if (route === null) throw everyRouteClosed(run.report);
      const profile = await composeFor(rooms, route, inherited, run, request);
      const file = await write(rooms, profile);
      return {
        route,
        file: file.path,
        profile: profile.used,
        passedOver: [...profile.passedOver],
        client: await plannedClient(rooms, file, profile, run, request),
        report: run.report,
      };
    },

    async composeProfile(request: ProfileRequest) {
      const run = await rooms.preflight(request);
      const inherited = await inheritedBy(rooms, run, request);
      const composed = await composeFor(
        rooms,
        chooseRoute(run.report, inherited.layers, { route: request.route ?? null, anyway: true }) ??
          'web-account',
        inherited,
        run,
        request,
      );
      const { bytes, fileName, route, address, username, settings, used, passedOver } = composed;
      return {
        bytes,
        suggestedName: fileName,
        route,
        address,
        username: username ?? '',
        settings,
        profile: used,
        warnings: [...passedOver, ...composed.warnings],
      };
    },
  };
}

/** A request without what only connecting needs. */
function checksOf({ onProgress, ...request }: ConnectRequest): PreflightRequest {
  return { ...request, ...(onProgress && { onProgress }) };
}

interface ComposedFile extends PlannedProfile {
  readonly bytes: Uint8Array;
  /** The signed file that these bytes are; null where they were composed. */
  readonly used: UsedFile | null;
  readonly passedOver: LookedFor['passedOver'];
  readonly settings: readonly ResolvedSetting[];
  readonly fileName: string;
}

/** The layers of the library for the VM that was looked at. */
function inheritedBy(
  rooms: ConnectRooms,
  { gathered }: PreflightRun,
  { subject, template, given }: Pick<ProfileRequest, 'subject' | 'template' | 'given'>,
): Promise<VmLayers> {
  const vmId = 'vmId' in subject ? subject.vmId : null;
  return rooms.layers({
    scope: vmId === null ? outsideAzure : vmScopeIn(gathered, vmId),
    vmId,
    username: valueOf(gathered, 'account')?.username ?? null,
    template,
    given,
  });
}

async function composeFor(
  rooms: ConnectRooms,
  route: Route,
  { layers, warnings }: VmLayers,
  run: PreflightRun,
  request: Pick<ProfileRequest, 'subject' | 'address' | 'template' | 'given'>,
): Promise<ComposedFile> {
  const { report, gathered } = run;
  const { subject } = request;
  if (isBastion(route)) {
    const bastion = valueOf(gathered, 'bastions')?.hosts[0] ?? null;
    throw bastionByHand(route, await rooms.cloud(), valueOf(gathered, 'vm'), bastion);
  }
  const planned = planProfile(route, report, gathered);
  // Where nobody is signed in, the file that was named may say who connects.
  const named = 'hostName' in subject ? (subject.username ?? null) : null;
  const plan = { ...planned, username: planned.username ?? named };
  const fileName = profileFileName(report.vm.name);
  const { file, passedOver } = await signedFileFor(rooms.library, plan, run, request);
  if (file) return { ...plan, ...asItIs(file), fileName, passedOver };
  const settings = composeLayered(plan, layers);
  return {
    ...plan,
    warnings: [...plan.warnings, ...warnings],
    settings,
    bytes: serializeRdp(settings),
    fileName,
    used: null,
    passedOver,
  };
}

/** What templates say has no part in a file that is finished. */
function asItIs({ document, host, username, used }: SignedFile) {
  const origin: Origin =
    used.id === null ? { kind: 'given' } : { kind: 'profile', id: used.id, name: used.name };
  return {
    address: host,
    username,
    used,
    bytes: document.bytes,
    settings: settingsIn(document).map((setting) => ({ ...setting, origin, instead: [] })),
  };
}

function tellOfSignedFile({ used, passedOver }: ComposedFile, { onStage }: ConnectRequest): void {
  if (used === null && passedOver.length === 0) return;
  onStage?.({ stage: 'signed-file', profile: used, passedOver: [...passedOver] });
}

async function write(rooms: ConnectRooms, { bytes, fileName }: ComposedFile): Promise<WrittenFile> {
  const folder = await rooms.openRdpFolder();
  return folder.write(bytes, fileName);
}

async function clientFor(
  rooms: ConnectRooms,
  route: Route,
  { gathered }: PreflightRun,
  { client, signal }: ConnectRequest,
): Promise<RdpClient> {
  const clients = valueOf(gathered, 'rdpClients') ?? (await rooms.clientPc.rdpClients(signal));
  const { client: preferred } = await rooms.settings.read();
  return chooseClient(clients, route, { asked: client, preferred });
}

/** A plan without a client is still a plan: its file can be opened elsewhere. */
async function plannedClient(
  rooms: ConnectRooms,
  { path }: WrittenFile,
  { route }: ComposedFile,
  run: PreflightRun,
  request: ConnectRequest,
): Promise<ConnectPlan['client']> {
  try {
    const client = await clientFor(rooms, route, run, request);
    const launch = { client, file: path, route, certificate: null, isPasswordTyped: false };
    return { id: client.id, name: client.name, command: launcherOf(client.id).commandFor(launch) };
  } catch (error) {
    if (request.client === undefined && error instanceof AppError && error.code === 'client-missing') {
      return null;
    }
    throw error;
  }
}

async function openWith(
  rooms: ConnectRooms,
  client: RdpClient,
  file: WrittenFile,
  profile: ComposedFile,
  { report, gathered }: PreflightRun,
  request: ConnectRequest,
): Promise<ConnectOutcome> {
  const launcher = launcherOf(client.id);
  const { route, used } = profile;
  let end: ClientEnd;
  try {
    end = await (rooms.startClient ?? startClient)({
      launcher,
      client,
      file: file.path,
      route,
      host: profile.address,
      port: profile.port,
      username: profile.username ?? '',
      thumbprint: valueOf(gathered, 'vm')?.instanceView?.rdpThumbprint ?? null,
      isTerminal: rooms.isTerminal,
      signal: request.signal,
      onStage: request.onStage ?? (() => undefined),
      askCertificate: request.askCertificate,
      askPassword: request.askPassword,
    });
  } catch (error) {
    await file.remove();
    throw error;
  }
  // One that hands over may not have read its file yet: what stays is swept later.
  if (launcher.ending === 'told') await file.remove();

  const command = { id: client.id, name: client.name, command: end.command };
  const explained = await explain(rooms, launcher, end, request.signal);
  return explained === null
    ? {
        outcome: 'handed-over',
        report,
        route,
        profile: used,
        client: command,
        expect: launcher.expect(route),
      }
    : {
        outcome: 'ended',
        report,
        route,
        profile: used,
        client: command,
        exitCode: end.exit?.exitCode ?? null,
        ...explained,
      };
}

const atOnceMs = 3000;

/** Null where the client does not say how it went, which is not the same as badly. */
async function explain(
  rooms: ConnectRooms,
  launcher: Launcher,
  { exit, startedAt, ranForMs }: ClientEnd,
  signal: AbortSignal,
): Promise<ExitExplanation | null> {
  if (exit === null) return null;
  if (launcher.ending === 'told') return launcher.explainExit(exit);
  if (launcher.ending === 'in-the-event-log') {
    const written = await (rooms.explainFromEventLogs ?? explainFromEventLogs)(startedAt, signal);
    if (written) return written;
  }
  return exit.exitCode !== 0 && ranForMs < atOnceMs ? launcher.explainExit(exit) : null;
}

function describedPc(client: RdpClient): AppError {
  return new AppError(
    'not-here',
    `The demo's PC is described, so nothing is started: ${client.name} is on it in name only. Use --dry-run, or a demo file whose thisPc is "real".`,
    { help: 'demo-azure' },
  );
}

function everyRouteClosed(report: Report): AppError {
  const tried = report.routes.map(({ id }) => routeNames[id].toLowerCase()).join(', ');
  return new AppError(
    'route-closed',
    `${report.headline} Every way to sign in is closed (${tried}), so there is nothing to plan. --anyway plans one all the same.`,
  );
}
