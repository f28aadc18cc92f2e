import { createServer, type Server, type Socket } from 'node:net';
import type { DemoListener } from './tenant-machines';

/** Security protocols of X.224, and the failure of a server that has none of those offered ([MS-RDPBCGR] 2.2.1.2). */
const protocol = { ssl: 0x1, hybrid: 0x2, rdsAad: 0x10 } as const;
const hybridRequired = 5;

export interface DemoListeners {
  /** The loopback port that answers as this kind of listener does; null leaves it unanswered. */
  portFor(kind: Exclude<DemoListener, 'real'>): Promise<number>;
  close(): Promise<void>;
}

/** Real sockets on loopback, one for each kind of listener, opened when first dialled. */
export function createListeners(delayMs: number): DemoListeners {
  const servers = new Map<string, Promise<{ server: Server; sockets: Set<Socket> }>>();

  const open = (kind: keyof typeof behaviours): Promise<{ server: Server; sockets: Set<Socket> }> => {
    const known = servers.get(kind);
    if (known) return known;
    const opening = listen((socket) => behaviours[kind](socket, delayMs));
    servers.set(kind, opening);
    return opening;
  };

  return {
    async portFor(kind) {
      if (kind === 'closed') return closedPort;
      return portOf((await open(kind)).server);
    },
    async close() {
      const all = await Promise.all(servers.values());
      await Promise.all(
        all.map(({ server, sockets }) => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(done));
        }),
      );
    },
  };
}

/** tcpmux, which nothing answers any more. */
const closedPort = 1;

const behaviours = {
  'entra-capable': (socket: Socket, delayMs: number) =>
    onConnectionRequest(socket, delayMs, (offered) => {
      if (offered === protocol.rdsAad) return selects(protocol.rdsAad);
      if (offered & protocol.hybrid) return selects(protocol.hybrid);
      return offered & protocol.ssl ? selects(protocol.ssl) : fails(hybridRequired);
    }),
  'no-entra': (socket: Socket, delayMs: number) =>
    onConnectionRequest(socket, delayMs, (offered) => {
      if (offered & protocol.hybrid) return selects(protocol.hybrid);
      return offered & protocol.ssl ? selects(protocol.ssl) : fails(hybridRequired);
    }),
  silent: (socket: Socket) => void socket.resume(),
  'not-rdp': (socket: Socket, delayMs: number) =>
    after(delayMs, () => socket.write('SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13\r\n')),
} as const;

function onConnectionRequest(socket: Socket, delayMs: number, answerTo: (offered: number) => Buffer): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    // Whatever else comes over the wire, the demo has no desktop to show behind it.
    if (received[0] !== tpktVersion) socket.destroy();
    const length = received.length >= 4 ? received.readUInt16BE(2) : Number.POSITIVE_INFINITY;
    if (received.length < length) return;
    const offered = offeredProtocols(received.subarray(0, length));
    received = received.subarray(length);
    if (offered === null) socket.destroy();
    else after(delayMs, () => socket.write(answerTo(offered)));
  });
}

const tpktVersion = 3;

/** The protocols of an RDP negotiation request; null where the packet is not a connection request. */
function offeredProtocols(packet: Buffer): number | null {
  if (packet[5] !== 0xe0) return null;
  const start = packet.length - 8;
  if (start < 11 || packet[start] !== 1) return 0;
  return packet.readUInt32LE(start + 4);
}

function selects(selected: number): Buffer {
  return connectionConfirm(2, selected);
}

function fails(code: number): Buffer {
  return connectionConfirm(3, code);
}

function connectionConfirm(type: number, value: number): Buffer {
  const packet = Buffer.alloc(19);
  packet.set([3, 0, 0, packet.length, packet.length - 5, 0xd0, 0, 0, 0x12, 0x34, 0, type, 0, 8, 0]);
  packet.writeUInt32LE(value, 15);
  return packet;
}

function after(delayMs: number, act: () => void): void {
  if (delayMs === 0) act();
  else setTimeout(act, delayMs).unref();
}

function listen(serve: (socket: Socket) => void): Promise<{ server: Server; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve({ server, sockets }));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
