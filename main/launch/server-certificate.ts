import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** The certificate an RDP server shows, by both hashes: Azure knows it by SHA-1, FreeRDP by SHA-256. */
export interface ServerCertificate {
  /** Hexadecimal, upper case, without separators. */
  readonly sha1: string;
  readonly sha256: string;
  /** Whether this system trusts it for that name: rare for a VM, whose own is self-signed. */
  readonly isTrusted: boolean;
}

export type ReadServerCertificate = (
  host: string,
  port: number,
  signal: AbortSignal,
) => Promise<ServerCertificate | null>;

/** TPKT, X.224 connection request, and a negotiation request for TLS or CredSSP (MS-RDPBCGR 2.2.1.1). */
const connectionRequest = Buffer.from('030000130ee000000000000100080003000000', 'hex');
const timeoutMs = 5000;

/**
 * Asks an RDP server for its certificate, with no credential and no user name. Null where that did not come
 * about: what is wrong with the server is for the client to say, which will meet it next.
 */
export const readServerCertificate: ReadServerCertificate = async (host, port, signal) => {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const socket = connectTcp({ host, port });
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', { signal: limit });
    socket.write(connectionRequest);
    if (!(await agreesToTls(socket, limit))) return null;
    const secured = connectTls({
      socket,
      // The point is to see the certificate; nothing is sent over this connection.
      rejectUnauthorized: false,
      ...(isIP(host) === 0 && { servername: host }),
    });
    secured.on('error', () => undefined);
    await once(secured, 'secureConnect', { signal: limit });
    return certificateOf(secured);
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
};

async function agreesToTls(socket: Socket, signal: AbortSignal): Promise<boolean> {
  let answer = Buffer.alloc(0);
  // Everything a server says before TLS is one packet of 19 bytes.
  while (answer.length < 19) {
    const [part] = (await once(socket, 'data', { signal })) as [Buffer];
    answer = Buffer.concat([answer, part]);
    if (answer[0] !== 3) return false;
  }
  socket.pause();
  const isAgreed = answer[5] === 0xd0 && answer[11] === 2;
  return isAgreed && answer.readUInt32LE(15) !== 0;
}

function certificateOf(secured: TLSSocket): ServerCertificate | null {
  const { fingerprint, fingerprint256 } = secured.getPeerCertificate();
  if (!fingerprint || !fingerprint256) return null;
  return {
    sha1: fingerprint.replaceAll(':', ''),
    sha256: fingerprint256.replaceAll(':', ''),
    isTrusted: secured.authorized,
  };
}

/** Whether the certificate is the one Azure says the VM has; null when Azure said none. */
export function matchesThumbprint(certificate: ServerCertificate, expected: string | null): boolean | null {
  if (expected === null) return null;
  const plain = expected.replace(/[^0-9a-f]/gi, '').toUpperCase();
  return plain === certificate.sha1 || plain === certificate.sha256;
}
