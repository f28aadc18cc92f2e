import { setTimeout as pause } from 'node:timers/promises';
import type { RdpClient } from '../../shared/client-pc/this-pc';
import { AppError } from '../../shared/errors/app-error';
import type { CertificateQuestion, ConnectStage } from '../../shared/launch/connect';
import type { ClientExit } from '../../shared/launch/exit';
import type { Route } from '../../shared/preflight/route';
import { type ClientProcess, startProcess } from './client-process';
import { answerQuestions } from './freerdp-questions';
import type { Launcher } from './launcher';
import {
  matchesThumbprint,
  type ReadServerCertificate,
  readServerCertificate,
  type ServerCertificate,
} from './server-certificate';

export interface StartRequest {
  readonly launcher: Launcher;
  readonly client: RdpClient;
  readonly file: string;
  readonly route: Route;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** What Azure says the VM's RDP certificate is (SHA-1); null when it says nothing. */
  readonly thumbprint: string | null;
  /** Whether a person sits at our own terminal: then the client asks them itself. */
  readonly isTerminal: boolean;
  readonly signal: AbortSignal;
  readonly onStage: (stage: ConnectStage) => void;
  readonly askCertificate?: ((question: CertificateQuestion) => Promise<boolean>) | undefined;
  readonly askPassword?:
    | ((
        prompt: { readonly username: string; readonly host: string },
        signal: AbortSignal,
      ) => Promise<string | null>)
    | undefined;
}

/** What a test replaces: the network, and patience. */
export interface Circumstances {
  readonly readCertificate: ReadServerCertificate;
  /** How long a client may go without a desktop before it is called hanging. */
  readonly hangsAfterMs: number;
  /** How long a client that hands over is watched for failing at once. */
  readonly handsOverAfterMs: number;
}

export const usualCircumstances: Circumstances = {
  readCertificate: readServerCertificate,
  hangsAfterMs: 30_000,
  handsOverAfterMs: 1500,
};

export interface ClientEnd {
  readonly command: string[];
  /** ISO time. */
  readonly startedAt: string;
  readonly ranForMs: number;
  /** Null when another process took over and tells nothing more. */
  readonly exit: ClientExit | null;
}

/**
 * Starts a client with a connection file and stays with it until it ends.
 *
 * @throws AppError `client-missing`, `client-failed`; `cancelled` when the person gave up or `signal` was
 *   aborted. A client that shows no desktop yet is ended then; a session that is up goes on without us.
 */
export async function startClient(
  request: StartRequest,
  circumstances: Circumstances = usualCircumstances,
): Promise<ClientEnd> {
  const { launcher, client, signal, onStage, isTerminal } = request;
  // Prompts on standard input are ours to answer where no terminal shows them.
  const isAsking = launcher.asksInTerminal && !isTerminal;
  const certificate = isAsking ? await acceptedCertificate(request, circumstances) : null;
  if (signal.aborted) throw cancelled(client.name);

  const command = launcher.commandFor({
    client,
    file: request.file,
    route: request.route,
    certificate: certificate?.sha256 ?? null,
    isPasswordTyped: isAsking && certificate !== null && needsPassword(request),
  });
  onStage({ stage: 'starting', client: client.name, expect: launcher.expect(request.route) });
  const started = Date.now();
  const running = await startProcess(command, { name: client.name, isTerminal, file: request.file });
  onStage({ stage: 'opened', client: client.name, at: new Date(started).toISOString() });

  const exit = await stayWith(running, request, circumstances, isAsking);
  return { command, startedAt: new Date(started).toISOString(), ranForMs: Date.now() - started, exit };
}

function needsPassword({ route, askPassword }: StartRequest): boolean {
  return route === 'password' && askPassword !== undefined;
}

/**
 * Has the person accept the server's certificate before the client starts, so that FreeRDP can be told the
 * one certificate to accept: it cannot ask while it reads the password from its input.
 */
async function acceptedCertificate(
  { host, port, thumbprint, signal, askCertificate }: StartRequest,
  { readCertificate }: Circumstances,
): Promise<ServerCertificate | null> {
  const certificate = await readCertificate(host, port, signal);
  if (!certificate || certificate.isTrusted) return certificate;
  const matches = matchesThumbprint(certificate, thumbprint);
  const presented =
    thumbprint?.replace(/[^0-9a-f]/gi, '').length === 64 ? certificate.sha256 : certificate.sha1;
  const isAccepted = askCertificate
    ? await askCertificate({ host, presented, expected: thumbprint, matches })
    : matches === true;
  if (isAccepted) return certificate;
  throw new AppError(
    'cancelled',
    askCertificate
      ? `The certificate that ${host} shows was not accepted, so the connection was not opened.`
      : `The certificate that ${host} shows is not one that Azure or this system vouches for, and nobody could be asked, so the connection was not opened. Connect from a terminal or the app.`,
    { help: 'certificate-changed' },
  );
}

async function stayWith(
  running: ClientProcess,
  request: StartRequest,
  circumstances: Circumstances,
  isAsking: boolean,
): Promise<ClientExit | null> {
  const { launcher, host, username, askPassword } = request;
  // A question that is still open when the client has ended is taken back.
  const over = new AbortController();
  const stopWatching =
    launcher.ending === 'told' ? watchForHanging(running, request, circumstances) : () => undefined;
  const waits: Promise<ClientExit | null>[] = [running.ended, untilAborted(running, request)];
  if (launcher.ending === 'not-told') {
    waits.push(pause(circumstances.handsOverAfterMs, null, { signal: over.signal }));
  }
  if (isAsking) {
    waits.push(
      answerQuestions(running, {
        host,
        username,
        askCertificate: request.askCertificate ?? (() => Promise.resolve(false)),
        askPassword: askPassword ? () => askPassword({ username, host }, over.signal) : null,
      }),
    );
  }
  try {
    return await Promise.race(waits);
  } catch (error) {
    if (!isSessionUp(running, launcher)) running.end();
    throw error;
  } finally {
    stopWatching();
    over.abort();
  }
}

function untilAborted(running: ClientProcess, { signal, client }: StartRequest): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => reject(cancelled(client.name));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void running.ended.then(() => signal.removeEventListener('abort', onAbort));
  });
}

/** FreeRDP logs its frame buffers once the desktop is there; the others are not ours to end. */
function isSessionUp(running: ClientProcess, { ending }: Launcher): boolean {
  return ending !== 'told' || /framebuffer format/i.test(running.logText());
}

function watchForHanging(
  running: ClientProcess,
  { launcher, client, onStage }: StartRequest,
  { hangsAfterMs }: Circumstances,
): () => void {
  let forMs = 0;
  const timer = setInterval(() => {
    forMs += hangsAfterMs;
    if (isSessionUp(running, launcher) || running.hasEnded()) return;
    onStage({ stage: 'hanging', client: client.name, forSeconds: Math.round(forMs / 1000) });
  }, hangsAfterMs);
  return () => clearInterval(timer);
}

function cancelled(name: string): AppError {
  return new AppError('cancelled', `Connecting with ${name} was cancelled.`);
}
