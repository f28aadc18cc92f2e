import type { Duplex } from 'node:stream';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { RdpProbe } from '../../shared/network/resolution';
import { codeOf } from './error-code';
import type { Network } from './network';
import {
  connectionRequestFor,
  type NegotiationAnswer,
  nameOfProtocol,
  parseNegotiation,
  protocols,
} from './rdp-negotiation';

export interface ProbeLimits {
  readonly dialTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

const defaultLimits: ProbeLimits = { dialTimeoutMs: 5000, answerTimeoutMs: 5000 };

/**
 * What answers at an address: the TCP handshake's time, and what two negotiations, made at once, choose when
 * offered Entra sign-in (RDSAAD) alone, and TLS with HYBRID. No credential is sent.
 *
 * RDSAAD has to be offered alone: a server picks one, and prefers others.
 */
export async function probeRdp(
  network: Network,
  address: string,
  port: number,
  signal: AbortSignal,
  limits: ProbeLimits = defaultLimits,
): Promise<RdpProbe> {
  const ask = (requestedProtocols: number) =>
    negotiate(network, address, port, requestedProtocols, signal, limits);
  const [entra, other] = await Promise.all([ask(protocols.rdsAad), ask(protocols.ssl | protocols.hybrid)]);
  const reached = [entra, other].filter(isConnected);
  const [first] = reached;
  if (!first) return { outcome: worst(entra, other), address, port };

  const handshakeMs = Math.min(...reached.map((attempt) => attempt.handshakeMs));
  if (!reached.some(({ answer }) => speaksRdp(answer))) {
    const answered = reached.map(({ answered: text }) => text).find((text) => text !== null) ?? null;
    return { outcome: 'not-rdp', address, port, handshakeMs, answered };
  }
  return {
    outcome: 'rdp',
    address,
    port,
    handshakeMs,
    offersEntraSignIn: offersEntra(entra),
    otherSecurity: otherSecurityIn(other),
  };
}

type Unconnected = 'closed' | 'filtered' | 'unreachable';

interface Exchange {
  readonly handshakeMs: number;
  readonly answer: NegotiationAnswer;
  /** The beginning of what came back, where it can be read; null for silence. */
  readonly answered: string | null;
}

async function negotiate(
  network: Network,
  address: string,
  port: number,
  requestedProtocols: number,
  signal: AbortSignal,
  { dialTimeoutMs, answerTimeoutMs }: ProbeLimits,
): Promise<Exchange | Unconnected> {
  const startedAt = performance.now();
  let stream: Duplex;
  try {
    stream = await network.dial(address, port, { timeoutMs: dialTimeoutMs, signal });
  } catch (error) {
    return unconnectedBy(error);
  }
  const handshakeMs = Math.round((performance.now() - startedAt) * 10) / 10;
  const bytes = await answerTo(connectionRequestFor(requestedProtocols), stream, answerTimeoutMs, signal);
  return { handshakeMs, answer: parseNegotiation(bytes), answered: readable(bytes) };
}

function unconnectedBy(error: unknown): Unconnected {
  if (!isAppError(error) || error.code === 'cancelled') throw error;
  if (error.code === 'timed-out') return 'filtered';
  return codeOf(error.cause) === 'ECONNREFUSED' ? 'closed' : 'unreachable';
}

/** Sends the request and gathers bytes until they decide, the server ends, or it has been silent too long. */
function answerTo(
  request: Uint8Array,
  stream: Duplex,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      stream.destroy();
      end();
    };
    const settle = (): void => finish(() => resolve(received));
    const abort = (): void =>
      finish(() => reject(new AppError('cancelled', 'Cancelled while asking what answers on the port.')));
    const timer = setTimeout(settle, timeoutMs);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });

    stream.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (parseNegotiation(received).kind !== 'incomplete') settle();
    });
    // Closing at once, or resetting, is an answer too: what came until then is judged.
    stream.on('error', settle);
    stream.on('close', settle);
    stream.on('end', settle);
    stream.write(request);
  });
}

function isConnected(attempt: Exchange | Unconnected): attempt is Exchange {
  return typeof attempt !== 'string';
}

function speaksRdp({ kind }: NegotiationAnswer): boolean {
  return kind === 'selected' || kind === 'refused';
}

function offersEntra(entra: Exchange | Unconnected): boolean | null {
  if (!isConnected(entra) || !speaksRdp(entra.answer)) return null;
  return entra.answer.kind === 'selected' && entra.answer.protocol === protocols.rdsAad;
}

function otherSecurityIn(other: Exchange | Unconnected): string | null {
  return isConnected(other) && other.answer.kind === 'selected'
    ? nameOfProtocol(other.answer.protocol)
    : null;
}

// Refused says more than silence, and silence more than a network that has no way there.
function worst(...outcomes: readonly (Exchange | Unconnected)[]): Unconnected {
  const order: readonly Unconnected[] = ['closed', 'filtered', 'unreachable'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'unreachable';
}

function readable(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  const text = Buffer.from(bytes.subarray(0, 60)).toString('latin1');
  return text.replace(/[^\x20-\x7e]+/g, ' ').trim() || `${bytes.length} bytes`;
}
