import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { NameServerAnswers } from '../../shared/network/name-servers';
import type { NameResolution } from '../../shared/network/resolution';
import { askNameServers } from '../network/ask-name-servers';
import type { DialOptions, Network } from '../network/network';
import { systemNetwork } from '../network/system-network';
import type { DemoVm } from './complete-vm';
import type { DemoState } from './demo-state';
import type { DemoListeners } from './listeners';

const system = systemNetwork();

/** A network in which the demo's names resolve, and its addresses lead to sockets on loopback. */
export function demoNetwork(state: DemoState, listeners: DemoListeners, delayMs: number): Network {
  /** What this machine's resolver said: those addresses are this machine's to dial. */
  const realAddresses = new Set<string>();
  return {
    async resolve(name, signal) {
      await pause(delayMs, signal);
      const described = describedResolution(state, name);
      if (described !== 'real') return described;
      const resolution = await system.resolve(name, signal);
      for (const { address } of resolution.addresses) realAddresses.add(address);
      return resolution;
    },
    async askNameServers(name, signal) {
      await pause(delayMs, signal);
      const described = describedResolution(state, name);
      return described === 'real' ? askNameServers(name, signal) : asAzureDnsSays(described);
    },
    async dial(address, port, options) {
      await pause(delayMs, options.signal);
      const place = realAddresses.has(address) ? 'real' : placeOf(state, address);
      if (place === 'real') return system.dial(address, port, options);
      if (place === null) return noAnswer(address, port, options);
      const loopbackPort = await listeners.portFor(place.port === port ? place.kind : 'closed');
      return openLoopback(loopbackPort, address, port, options);
    },
  };
}

/** VMs bring their computer name and their public names; what `names` says comes first. */
function describedResolution(state: DemoState, name: string): NameResolution | 'real' {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  if (isIP(wanted)) return found(name, [wanted]);
  if (wanted === 'localhost') return found(name, ['127.0.0.1', '::1']);
  const named = Object.entries(state.tenant.names).find(([key]) => key.toLowerCase() === wanted)?.[1];
  if (named === 'real') return 'real';
  if (named && 'error' in named) return { name, addresses: [], error: named.error };
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
  return state.scaled.called(name)?.interfaces.flatMap(({ privateAddresses }) => privateAddresses) ?? [];
}

function found(name: string, addresses: readonly string[]): NameResolution {
  return {
    name,
    addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 'IPv6' : 'IPv4' })),
    error: addresses.length ? null : 'ENOTFOUND',
  };
}

/** Azure's own resolver, the same address in every virtual network. */
const azureDns = '168.63.129.16';

function asAzureDnsSays({ name, addresses, error }: NameResolution): NameServerAnswers {
  const answers = (['IPv4', 'IPv6'] as const).map((family) => {
    const ofFamily = addresses.filter((one) => one.family === family).map(({ address }) => address);
    return {
      server: azureDns,
      name,
      family,
      addresses: ofFamily,
      error: ofFamily.length ? null : (error ?? 'ENODATA'),
    };
  });
  return { name, asked: [name], answers, hostsFile: [] };
}

type Place = { readonly kind: Exclude<DemoVm['listener'], 'real'>; readonly port: number };

/** What stands at an address; null where nothing answers, as behind a rule that drops packets. */
function placeOf(state: DemoState, address: string): Place | 'real' | null {
  const vm = [...state.vms.values()].find((one) => addressesOf(one).includes(address));
  if (vm?.listener === 'real') return 'real';
  const standing = vm ?? state.scaled.withAddress(address);
  if (standing?.powerState !== 'running' || standing.listener === 'real') return null;
  return { kind: standing.listener, port: standing.rdpPort };
}

function addressesOf({ interfaces }: DemoVm): readonly (string | null)[] {
  return interfaces.flatMap(({ privateAddresses, publicAddress }) => [...privateAddresses, publicAddress]);
}

/** The socket stands on loopback; whoever dialled hears of the address they dialled. */
async function openLoopback(
  loopbackPort: number,
  address: string,
  port: number,
  options: DialOptions,
): Promise<Duplex> {
  try {
    return await system.dial('127.0.0.1', loopbackPort, options);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'unreachable') throw error;
    throw new AppError('unreachable', `Connecting to ${address}, port ${port}, failed: ECONNREFUSED.`, {
      cause: error.cause,
    });
  }
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
