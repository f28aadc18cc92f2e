import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Network } from '../../../main/network/network';
import { probeRdp } from '../../../main/network/probe-rdp';
import { systemNetwork } from '../../../main/network/system-network';
import { AppError } from '../../../shared/errors/app-error';
import { startDisplay } from '../../support/x-display';
import { missingForXrdp, startXrdp } from '../../support/xrdp';

const signal = new AbortController().signal;
const network = systemNetwork();
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

async function listening(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const probe = (port: number) => probeRdp(network, '127.0.0.1', port, signal);

/** Answers each request by what it asked for: bits of the requested protocols to the answer in hex. */
const answering = (answerFor: (requested: number) => string) => (socket: Socket) => {
  socket.on('data', (request) => socket.write(Buffer.from(answerFor(request.readUInt32LE(15)), 'hex')));
};

const selected = (protocol: string) => `030000130ed0000000000002000800${protocol}000000`;
const refused = '030000130ed000000000000300080005000000';

describe('on real sockets', () => {
  it('sees Entra sign-in where it is offered', async () => {
    const port = await listening(answering((requested) => selected(requested === 0x10 ? '10' : '02')));
    expect(await probe(port)).toEqual({
      outcome: 'rdp',
      address: '127.0.0.1',
      port,
      handshakeMs: expect.any(Number),
      offersEntraSignIn: true,
      otherSecurity: 'HYBRID',
    });
  });

  it('sees RDP without Entra sign-in', async () => {
    const port = await listening(answering((requested) => (requested === 0x10 ? refused : selected('01'))));
    expect(await probe(port)).toMatchObject({
      outcome: 'rdp',
      offersEntraSignIn: false,
      otherSecurity: 'TLS',
    });
  });

  it('puts an answer in pieces together', async () => {
    const port = await listening((socket) => {
      socket.on('data', () => {
        const answer = Buffer.from(selected('10'), 'hex');
        socket.write(answer.subarray(0, 5));
        setImmediate(() => socket.write(answer.subarray(5)));
      });
    });
    expect(await probe(port)).toMatchObject({ outcome: 'rdp', offersEntraSignIn: true });
  });

  it('does not know where only one of the two was answered', async () => {
    const port = await listening((socket) => {
      socket.on('data', (request) => {
        if (request.readUInt32LE(15) === 0x10) socket.destroy();
        else socket.write(Buffer.from(selected('02'), 'hex'));
      });
    });
    expect(await probe(port)).toMatchObject({
      outcome: 'rdp',
      offersEntraSignIn: null,
      otherSecurity: 'HYBRID',
    });
  });

  it('shows what speaks instead of RDP', async () => {
    const port = await listening((socket) => socket.write('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'));
    expect(await probe(port)).toMatchObject({ outcome: 'not-rdp', answered: 'SSH-2.0-OpenSSH_9.2p1 Debian' });
  });

  it('sees a server that closes at once', async () => {
    const port = await listening((socket) => socket.destroy());
    expect(await probe(port)).toMatchObject({ outcome: 'not-rdp', answered: null });
  });

  it('sees a port that takes connections and stays silent', async () => {
    const port = await listening(() => undefined);
    const limits = { dialTimeoutMs: 5000, answerTimeoutMs: 200 };
    const probing = probeRdp(network, '127.0.0.1', port, signal, limits);
    expect(await probing).toMatchObject({ outcome: 'not-rdp', answered: null });
  });

  it('sees a closed port', async () => {
    const port = await listening(() => undefined);
    await endings.pop()?.();
    expect(await probe(port)).toEqual({ outcome: 'closed', address: '127.0.0.1', port });
  });

  it('ends when its caller gives up', async () => {
    const controller = new AbortController();
    const port = await listening((socket) => socket.on('data', () => controller.abort()));
    const probing = probeRdp(network, '127.0.0.1', port, controller.signal);
    await expect(probing).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('where nothing connects', () => {
  const failing = (error: AppError): Network => ({
    resolve: network.resolve,
    dial: () => Promise.reject(error),
  });
  const caused = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    ['filtered', new AppError('timed-out', 'Nothing answered.')],
    ['closed', new AppError('unreachable', 'Refused.', { cause: caused('ECONNREFUSED') })],
    ['unreachable', new AppError('unreachable', 'No route.', { cause: caused('EHOSTUNREACH') })],
  ] as const)('is %s', async (outcome, error) => {
    const probing = probeRdp(failing(error), '10.0.0.4', 3389, signal);
    expect(await probing).toEqual({ outcome, address: '10.0.0.4', port: 3389 });
  });
});

const missingXrdp = missingForXrdp();
it.skipIf(missingXrdp.length > 0)(
  `sees xrdp${missingXrdp.length ? ` (skipped: ${missingXrdp.join(', ')} not installed)` : ''}`,
  async () => {
    const xrdp = await startXrdp({ address: '127.0.0.1', port: 0 });
    endings.push(() => xrdp.close());
    expect(await probe(xrdp.port)).toMatchObject({
      outcome: 'rdp',
      offersEntraSignIn: false,
      otherSecurity: 'TLS',
    });
  },
);

const missingShadow = missingForXrdp(['freerdp-shadow-cli']);
it.skipIf(missingShadow.length > 0)(
  `sees freerdp-shadow${missingShadow.length ? ` (skipped: ${missingShadow.join(', ')} not installed)` : ''}`,
  async () => {
    const display = await startDisplay('Xvnc', [
      '-SecurityTypes',
      'None',
      '-localhost',
      'yes',
      '-rfbport',
      '0',
    ]);
    endings.push(() => display.close());
    const port = await freePort();
    const server = spawn(
      'freerdp-shadow-cli',
      [`/port:${port}`, '/bind-address:127.0.0.1', '/sec:nla', '-auth'],
      { env: { ...process.env, DISPLAY: display.name }, stdio: 'ignore' },
    );
    endings.push(() => server.kill('SIGKILL'));
    await untilOpen(port);
    expect(await probe(port)).toMatchObject({
      outcome: 'rdp',
      offersEntraSignIn: false,
      otherSecurity: 'HYBRID',
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
    ]);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
  throw new Error(`Nothing listens on port ${port}.`);
}
