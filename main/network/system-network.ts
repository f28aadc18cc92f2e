import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { AppError } from '../../shared/errors/app-error';
import type { NameResolution } from '../../shared/network/resolution';
import { askNameServers } from './ask-name-servers';
import { codeOf } from './error-code';
import type { DialOptions, Network } from './network';

/** A resolver that no server answers gives up by itself only after several times this long. */
const resolveLimitMs = 5000;

interface Resolver {
  readonly lookUp: (name: string) => Promise<{ readonly address: string; readonly family: number }[]>;
  readonly limitMs: number;
}

const systemResolver: Resolver = { lookUp: (name) => lookup(name, { all: true }), limitMs: resolveLimitMs };

/** The network of this PC, asked as any other program asks it: hosts file, suffixes and VPN included. */
export function systemNetwork(resolver: Resolver = systemResolver): Network {
  return {
    resolve: (name, signal) => resolve(resolver, name, signal),
    askNameServers: (name, signal) => askNameServers(name, signal),
    dial,
  };
}

async function resolve(
  { limitMs, lookUp }: Resolver,
  name: string,
  signal: AbortSignal,
): Promise<NameResolution> {
  throwWhereGivenUp(name, signal);
  const limit = AbortSignal.timeout(limitMs);
  try {
    // The system's resolver cannot be interrupted: a late answer is dropped.
    const found = await Promise.race([lookUp(name), aborted(AbortSignal.any([signal, limit]))]);
    return {
      name,
      addresses: found.map(({ address, family }) => ({ address, family: family === 6 ? 'IPv6' : 'IPv4' })),
      error: null,
    };
  } catch (error) {
    throwWhereGivenUp(name, signal);
    return { name, addresses: [], error: limit.aborted ? 'ETIMEDOUT' : (codeOf(error) ?? 'EINVAL') };
  }
}

function throwWhereGivenUp(name: string, signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', `Cancelled while looking up ${name}.`);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no longer waited for')), { once: true });
  });
}

function dial(address: string, port: number, { timeoutMs, signal }: DialOptions): Promise<Socket> {
  return new Promise((accept, reject) => {
    if (signal.aborted) {
      reject(cancelled(address, port));
      return;
    }
    const socket = connect({ host: address, port });
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      socket.off('connect', connected);
      socket.off('error', failed);
      finish();
    };
    const fail = (error: AppError): void =>
      settle(() => {
        // A socket that is let go may still report a failure, and nobody listens any more.
        socket.on('error', () => undefined);
        socket.destroy();
        reject(error);
      });
    const connected = (): void => settle(() => accept(socket));
    const failed = (cause: Error): void => fail(refused(address, port, cause));
    const giveUp = (): void => fail(cancelled(address, port));
    const timer = setTimeout(() => fail(timedOut(address, port, timeoutMs)), timeoutMs);
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('connect', connected);
    socket.once('error', failed);
  });
}

function timedOut(address: string, port: number, timeoutMs: number): AppError {
  return new AppError(
    'timed-out',
    `Nothing answered at ${address}, port ${port}, within ${timeoutMs / 1000} seconds.`,
  );
}

function refused(address: string, port: number, cause: Error): AppError {
  return new AppError(
    'unreachable',
    `Connecting to ${address}, port ${port}, failed: ${codeOf(cause) ?? cause.message}.`,
    { cause },
  );
}

function cancelled(address: string, port: number): AppError {
  return new AppError('cancelled', `Cancelled while connecting to ${address}, port ${port}.`);
}
