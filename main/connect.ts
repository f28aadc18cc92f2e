import type { RdpClient } from '../shared/client-pc/this-pc';
import { AppError } from '../shared/errors/app-error';
import { chooseClient } from '../shared/launch/choose-client';
import { chooseRoute, isClosed } from '../shared/launch/choose-route';
import type { ConnectOutcome, ConnectPlan } from '../shared/launch/connect';
import type { ExitExplanation } from '../shared/launch/exit';
import { valueOf } from '../shared/launch/plan-profile';
import type { Report } from '../shared/preflight/report';
import type { Route } from '../shared/preflight/route';
import { routeNames } from '../shared/preflight/route-order';
import type { ClientPc } from './client-pc/client-pc';
import { type ComposedFile, type ComposingRooms, composeFor, inheritedBy } from './compose-file';
import { foretoldFile } from './foretold-file';
import type { Launcher } from './launch/launcher';
import { launcherOf } from './launch/launchers';
import { explainFromEventLogs } from './launch/read-windows-events';
import { type ClientEnd, startClient } from './launch/start-client';
import type { RdpFolder, WrittenFile } from './rdp-files/rdp-folder';
import type { ConnectRequest, PreflightRequest, PreflightRun, ProfileRequest, Services } from './services';
import type { SettingsStore } from './settings/settings-store';

export interface ConnectRooms extends ComposingRooms {
  readonly preflight: Services['preflight'];
  readonly clientPc: Pick<ClientPc, 'rdpClients'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Opened, and with that swept, when first needed. */
  readonly openRdpFolder: () => Promise<RdpFolder>;
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
): Pick<Services, 'connect' | 'planConnect' | 'composeProfile' | 'foretell'> {
  return {
    async connect(request) {
      request.onStage?.({ stage: 'checking' });
      const run = await rooms.preflight(checksOf(request));
      const inherited = await inheritedBy(rooms, run, request);
      const route = chooseRoute(run.report, inherited.layers, request);
      if (route === null || (!request.anyway && isClosed(run.report, route))) {
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
        route: profile.route,
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

    async foretell(run, { subject, route }) {
      const wanted = { subject };
      const inherited = await inheritedBy(rooms, run, wanted);
      return foretoldFile(await composeFor(rooms, route, inherited, run, wanted), run.gathered);
    },
  };
}

/** A request without what only connecting needs. Who insists is not sent to sign in first. */
function checksOf({ onProgress, ...request }: ConnectRequest): PreflightRequest {
  return { ...request, withoutSignIn: request.anyway, ...(onProgress && { onProgress }) };
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
