import { isSameAddress, isSameHost } from './host-name';
import type { NameServerAnswer, NameServerAnswers } from './name-servers';
import type { NameResolution } from './resolution';

/**
 * Where the system's answer comes from. `elsewhere`: neither the hosts file nor any server asked says so, as with
 * a VPN's own resolver or a suffix we do not know; `nobody`: the system has no answer.
 */
type Source = 'hosts-file' | 'servers' | 'elsewhere' | 'nobody';

export interface WhoAnswers {
  readonly source: Source;
  /** Addresses that a server gives and the system does not: an answer remembered too long, or two truths. */
  readonly onlyFromServers: readonly string[];
  /** "10.0.0.4 says 10.1.0.4; 10.0.0.5 knows no such name"; empty where no server was asked. */
  readonly servers: string;
}

/** Sets the system's answer beside those of each server and of the hosts file. */
export function whoAnswers(behind: NameServerAnswers, { addresses }: NameResolution): WhoAnswers {
  const system = addresses.map(({ address }) => address);
  const fromServers = behind.answers.flatMap((answer) => answer.addresses);
  return {
    source: sourceOf(system, behind.hostsFile ?? [], fromServers),
    onlyFromServers: [...new Set(fromServers)].filter((address) => !holds(system, address)),
    servers: describeServers(behind),
  };
}

function sourceOf(
  system: readonly string[],
  hostsFile: readonly string[],
  fromServers: readonly string[],
): Source {
  if (!system.length) return 'nobody';
  if (hostsFile.some((address) => holds(system, address))) return 'hosts-file';
  return fromServers.some((address) => holds(system, address)) ? 'servers' : 'elsewhere';
}

function holds(addresses: readonly string[], wanted: string): boolean {
  return addresses.some((address) => isSameAddress(address, wanted));
}

function describeServers({ name, answers }: NameServerAnswers): string {
  const servers = [...new Set(answers.map(({ server }) => server))];
  return servers
    .map(
      (server) =>
        `${server} ${whatItSays(
          name,
          answers.filter((answer) => answer.server === server),
        )}`,
    )
    .join('; ');
}

function whatItSays(name: string, answers: readonly NameServerAnswer[]): string {
  const known = answers.filter(({ addresses }) => addresses.length);
  if (known.length) return `says ${known.map((answer) => described(name, answer)).join(' and ')}`;
  const errors = new Set(answers.map(({ error }) => error));
  const odd = [...errors].find((error) => error !== null && !plainErrors.has(error));
  if (odd !== undefined) return `could not say (${odd})`;
  if (errors.has('ETIMEOUT')) return 'did not answer';
  return errors.has('ENODATA') ? 'knows the name, but no address of it' : 'knows no such name';
}

const plainErrors = new Set(['ENOTFOUND', 'ENODATA', 'ETIMEOUT']);

function described(asked: string, { name, addresses }: NameServerAnswer): string {
  const list = addresses.join(', ');
  return isSameHost(asked, name) ? list : `${list} (of ${name})`;
}
