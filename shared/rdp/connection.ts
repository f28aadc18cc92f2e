import type { Route } from '../preflight/route';
import type { RdpSetting } from './setting';

/** Where an .rdp file leads, whose account it names and which way it signs in. */
export interface RdpConnection {
  readonly host: string;
  /** Null where the file names none: clients take 3389. */
  readonly port: number | null;
  readonly username: string | null;
  readonly route: Extract<Route, 'web-account' | 'password'>;
  /** The address that loses, where the file names two different hosts. */
  readonly otherAddress: string | null;
}

/**
 * Null where the settings name no host. The alternate address wins over the other one, and of a setting written twice the
 * last, as clients do; a port in the address wins over the one beside it, as in Microsoft's client.
 */
export function connectionIn(settings: readonly RdpSetting[]): RdpConnection | null {
  const valueOf = lastValueIn(settings);
  const [full, alternate] = [valueOf('full address'), valueOf('alternate full address')].map(hostAndPort);
  const chosen = alternate ?? full;
  if (!chosen) return null;
  const isTwoMinded = full && alternate && full.host.toLowerCase() !== alternate.host.toLowerCase();
  return {
    host: chosen.host,
    port: chosen.port ?? portIn(valueOf('server port')),
    username: valueOf('username') || null,
    route: valueOf('enablerdsaadauth') === '1' ? 'web-account' : 'password',
    otherAddress: isTwoMinded ? full.host : null,
  };
}

/** `web-01`, `web-01:3390`, `[fd00::4]:3390`, `fd00::4`. */
function hostAndPort(address: string): { readonly host: string; readonly port: number | null } | null {
  const [, bracketed, after] = /^\[([^\]]+)\](?::(\d+))?$/.exec(address) ?? [];
  if (bracketed) return { host: bracketed, port: portIn(after ?? '') };
  const [, host, port] = /^([^:]+):(\d+)$/.exec(address) ?? [];
  if (host) return { host, port: portIn(port ?? '') };
  return address ? { host: address, port: null } : null;
}

function lastValueIn(settings: readonly RdpSetting[]): (name: string) => string {
  return (name) => settings.findLast((setting) => setting.name === name)?.value.trim() ?? '';
}

/** As they are written, whether they are ports or not: in the address that counts, and beside it. Empty for none. */
export function portsIn(settings: readonly RdpSetting[]): {
  readonly inAddress: string;
  readonly beside: string;
} {
  const valueOf = lastValueIn(settings);
  const address = valueOf('alternate full address') || valueOf('full address');
  const [, inAddress = ''] = /^(?:\[[^\]]+\]|[^:]+):(\d+)$/.exec(address) ?? [];
  return { inAddress, beside: valueOf('server port') };
}

export function portIn(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}
