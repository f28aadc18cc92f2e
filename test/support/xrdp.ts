import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt, X509Certificate } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endOf, startDisplay, type XDisplay } from './x-display';

export interface XrdpOptions {
  /** A loopback address, or one of a network namespace of our own. */
  readonly address: string;
  /** Zero takes a free one. */
  readonly port: number;
  /** The name in its certificate. */
  readonly hostName?: string;
}

export interface Xrdp {
  readonly address: string;
  readonly port: number;
  /** Of its certificate: hexadecimal, upper case, without separators. */
  readonly sha1: string;
  readonly sha256: string;
  /** Everything xrdp has logged: who asked to sign in, and whether the desktop came up. */
  logText(): Promise<string>;
  /** Waits until the log has `text`. @throws after a minute, with the log. */
  hasLogged(text: string): Promise<void>;
  /** Ends every session from the server's side, as signing out of Windows does. */
  endSessions(): void;
  close(): Promise<void>;
}

const programs = ['xrdp', 'Xvnc', 'xterm', 'openssl', 'pkill'] as const;

/** The programs startXrdp needs that are not installed here. */
export function missingForXrdp(others: readonly string[] = []): string[] {
  return [...programs, ...others].filter((program) => pathOf(program) === null);
}

/**
 * A real RDP server without Windows: xrdp in front of a VNC desktop that shows a clock.
 *
 * It is a process of our own with a configuration of its own: no service, no account of this system. It
 * signs in whoever sends any password, and logs the name they asked for.
 */
export async function startXrdp({ address, port, hostName = 'xrdp' }: XrdpOptions): Promise<Xrdp> {
  const folder = await mkdtemp(join(tmpdir(), 'xrdp-'));
  const [rdpPort, vncPort] = [port || (await freePort(address)), await freePort('127.0.0.1')];
  const certificate = await makeCertificate(folder, hostName, address);
  await writeFile(join(folder, 'xrdp.ini'), configuration(folder, address, rdpPort, vncPort));

  const desktop = await startDisplay('Xvnc', [
    ...['-rfbport', String(vncPort), '-interface', '127.0.0.1', '-localhost', 'yes'],
    ...['-SecurityTypes', 'None', '-AlwaysShared', '-geometry', '1024x768', '-depth', '24'],
  ]);
  const clock = spawn('xterm', ['-e', 'sh', '-c', 'while :; do date; sleep 1; done'], {
    env: { ...process.env, DISPLAY: desktop.name },
    stdio: 'ignore',
  });
  const server = spawn(
    pathOf('xrdp') ?? 'xrdp',
    ['--nodaemon', '--config', join(folder, 'xrdp.ini')],
    // A process group of its own: xrdp forks one child for each connection.
    { stdio: 'ignore', detached: true },
  );
  const logText = () => readFile(join(folder, 'xrdp.log'), 'utf8').catch(() => '');
  await untilItAnswers(address, rdpPort, server);

  return {
    address,
    port: rdpPort,
    sha1: certificate.fingerprint.replaceAll(':', ''),
    sha256: certificate.fingerprint256.replaceAll(':', ''),
    logText,
    hasLogged: (text) => untilLogged(logText, text),
    endSessions: () => endChildren(server),
    close: () => closeAll(server, clock, desktop, folder),
  };
}

async function closeAll(
  server: ChildProcess,
  clock: ChildProcess,
  desktop: XDisplay,
  folder: string,
): Promise<void> {
  if (server.pid && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
  await Promise.all([endOf(server), endOf(clock)]);
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
}

// xrdp forks one child for each connection, and they are of this process's group.
function endChildren({ pid }: ChildProcess): void {
  spawnSync('pkill', ['-TERM', '--parent', String(pid)]);
}

async function makeCertificate(folder: string, hostName: string, address: string): Promise<X509Certificate> {
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${hostName}`],
      ...['-addext', `subjectAltName=DNS:${hostName},IP:${address}`],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  return new X509Certificate(await readFile(join(folder, 'cert.pem')));
}

/** Without a session manager: `autorun` leads every client that sends a password to the VNC desktop. */
function configuration(folder: string, address: string, port: number, vncPort: number): string {
  return `[Globals]
ini_version=1
fork=true
port=tcp://${address}:${port}
tcp_nodelay=true
security_layer=tls
crypt_level=high
certificate=${folder}/cert.pem
key_file=${folder}/key.pem
ssl_protocols=TLSv1.2, TLSv1.3
autorun=vnc
allow_channels=true
max_bpp=32
use_fastpath=both
require_credentials=false
[Logging]
LogFile=${folder}/xrdp.log
LogLevel=DEBUG
EnableSyslog=false
EnableConsole=false
[Channels]
rdpdr=true
rdpsnd=true
drdynvc=true
cliprdr=true
[vnc]
name=vnc
lib=libvnc.so
username=na
password=
ip=127.0.0.1
port=${vncPort}
`;
}

async function untilItAnswers(address: string, port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`xrdp ended with ${server.exitCode} before it served.`);
    if (await answers(address, port)) return;
    await pause(100);
  }
  throw new Error(`xrdp did not answer on ${address}:${port}.`);
}

function answers(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ host: address, port }, () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
}

async function untilLogged(logText: () => Promise<string>, text: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if ((await logText()).includes(text)) return;
    await pause(100);
  }
  throw new Error(`xrdp never logged "${text}". Its log:\n${await logText()}`);
}

/**
 * A port nobody listens on, from below those the system gives to every connection and server of the other tests:
 * one of theirs could be taken again before xrdp has it.
 */
async function freePort(address: string): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(address, port)) return port;
  }
}

function isFree(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}

// Debian keeps xrdp in /usr/sbin, which a person's PATH does not have.
function pathOf(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
