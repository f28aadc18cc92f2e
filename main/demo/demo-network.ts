import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/errors/app-error';
import type { NameResolution } from '../../shared/network/resolution';
import type { DialOptions, Network } from '../network/network';
import type { DemoVm } from './complete-vm';
import type { DemoState } from './demo-state';
import type { DemoListeners } from './listeners';

/** A network in which the demo's names resolve, and its addresses lead to sockets on loopback. */
export function demoNetwork(state: DemoState, listeners: DemoListeners, delayMs: number): Network {
  return {
    async resolve(name, signal) {
      await pause(delayMs, signal);
      return resolveName(state, name);
    },
    async dial(address, port, options) {
      await pause(delayMs, options.signal);
      const place = placeOf(state, address);
      if (place === 'real') return open(address, port, options);
      if (place === null) return noAnswer(address, port, options);
      return open('127.0.0.1', await listeners.portFor(place.port === port ? place.kind : 'closed'), options);
    },
  };
}

/** VMs bring their computer name and their public names; what `names` says comes first. */
async function resolveName(state: DemoState, name: string): Promise<NameResolution> {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  if (isIP(wanted)) return found(name, [wanted]);
  if (wanted === 'localhost') return found(name, ['127.0.0.1', '::1']);
  const named = Object.entries(state.tenant.names).find(([key]) => key.toLowerCase() === wanted)?.[1];
  if (named === 'real') return ask(name);
  return found(name, named ?? addressesOfVm(state, wanted));
}

function addressesOfVm(state: DemoState, name: string): readonly string[] {
  for (const vm of state.vms.values()) {
    if (vm.computerName?.toLowerCase() === name) {
      return vm.interfaces
        .filter(({ isPrimary }) => isPrimary)
        .flatMap(({ privateAddresses }) => privateAddresses);
    }
    const named = vm.interfaces.find(({ publicName }) => publicName?.toLowerCase() === name);
    if (named) return named.publicAddress === null ? [] : [named.publicAddress];
  }
  const madeUp = madeUpVm(state, name);
  return madeUp?.interfaces.flatMap(({ privateAddresses }) => privateAddresses) ?? [];
}

function madeUpVm(state: DemoState, name: string): DemoVm | null {
  const index = Number(/-(\d{6})$/.exec(name)?.[1] ?? Number.NaN);
  if (!(index >= 0 && index < state.scaled.count)) return null;
  const vm = state.scaled.at(index);
  return vm.name === name ? vm : null;
}

function found(name: string, addresses: readonly string[]): NameResolution {
  return {
    name,
    addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 'IPv6' : 'IPv4' })),
    error: addresses.length ? null : 'ENOTFOUND',
  };
}

async function ask(name: string): Promise<NameResolution> {
  try {
    const answers = await lookup(name, { all: true, verbatim: true });
    return found(
      name,
      answers.map(({ address }) => address),
    );
  } catch (error) {
    return { name, addresses: [], error: codeOf(error) ?? 'ENOTFOUND' };
  }
}

type Place = { readonly kind: Exclude<DemoVm['listener'], 'real'>; readonly port: number };

/** What stands at an address; null where nothing answers, as behind a rule that drops packets. */
function placeOf(state: DemoState, address: string): Place | 'real' | null {
  const vm = [...state.vms.values()].find((one) => addressesOf(one).includes(address));
  if (vm?.listener === 'real') return 'real';
  const standing = vm ?? madeUpAt(state, address);
  if (standing?.powerState !== 'running' || standing.listener === 'real') return null;
  return { kind: standing.listener, port: standing.rdpPort };
}

function addressesOf({ interfaces }: DemoVm): readonly (string | null)[] {
  return interfaces.flatMap(({ privateAddresses, publicAddress }) => [...privateAddresses, publicAddress]);
}

function madeUpAt(state: DemoState, address: string): DemoVm | null {
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const index = number - 0x0a400004;
  return index >= 0 && index < state.scaled.count ? state.scaled.at(index) : null;
}

function open(address: string, port: number, { signal, timeoutMs }: DialOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    const giveUp = (error: AppError) => {
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => giveUp(timedOut(address, port, timeoutMs)), timeoutMs);
    const onAbort = () => giveUp(new AppError('cancelled', `Connecting to ${address} was cancelled.`));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(socket);
    });
    socket.on('error', (error) => {
      clearTimeout(timer);
      giveUp(
        new AppError('unreachable', `Nothing accepts connections at ${address}, port ${port}.`, {
          cause: error,
        }),
      );
    });
  });
}

async function noAnswer(address: string, port: number, { signal, timeoutMs }: DialOptions): Promise<never> {
  await pause(timeoutMs, signal);
  throw timedOut(address, port, timeoutMs);
}

function timedOut(address: string, port: number, timeoutMs: number): AppError {
  return new AppError('timed-out', `${address} did not answer on port ${port} within ${timeoutMs} ms.`, {
    help: 'rdp-port-answers',
  });
}

async function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  try {
    if (delayMs > 0) await wait(delayMs, undefined, { signal });
    else signal.throwIfAborted();
  } catch (error) {
    throw new AppError('cancelled', 'Looking at the network was cancelled.', { cause: error });
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
