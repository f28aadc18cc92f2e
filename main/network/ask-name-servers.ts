import { Resolver } from 'node:dns/promises';
import { AppError } from '../../shared/errors/app-error';
import { isShortName } from '../../shared/network/host-name';
import type { NameServerAnswer, NameServerAnswers } from '../../shared/network/name-servers';
import { codeOf } from './error-code';
import { hostsFileAddresses, searchSuffixes } from './resolver-files';

export interface NameServerOptions {
  /** Servers as Node writes them; those this PC is set up with, unless a test has its own. */
  readonly servers?: readonly string[];
  readonly suffixes?: () => Promise<readonly string[]>;
  readonly hostsFile?: (name: string) => Promise<readonly string[] | null>;
  /** A server that is silent for so long counts as silent. */
  readonly patienceMs?: number;
}

/** More are never set up by a system, and each costs two questions a name. */
const mostServers = 4;
const mostNames = 3;

/** Shorter than opening a connection may take, which goes on at the same time. */
const usualPatienceMs = 2000;

/** Asks every server at once. Never rejects for a name nobody knows: that is what is asked. */
export async function askNameServers(
  name: string,
  signal: AbortSignal,
  options: NameServerOptions = {},
): Promise<NameServerAnswers> {
  const {
    servers = configuredServers(),
    suffixes = searchSuffixes,
    hostsFile = hostsFileAddresses,
    patienceMs = usualPatienceMs,
  } = options;
  const [hosts, known] = await Promise.all([hostsFile(name), isShortName(name) ? suffixes() : []]);
  throwWhereGivenUp(name, signal);
  const asked = [...new Set([name, ...known.map((suffix) => `${name}.${suffix}`)])].slice(0, mostNames);
  const answers = await Promise.all(
    servers
      .slice(0, mostServers)
      .flatMap((server) =>
        asked.flatMap((one) =>
          families.map((family) => askOne({ server, name: one, family }, patienceMs, signal)),
        ),
      ),
  );
  throwWhereGivenUp(name, signal);
  return { name, asked, answers, hostsFile: hosts && [...hosts] };
}

const families = ['IPv4', 'IPv6'] as const;

function configuredServers(): readonly string[] {
  return new Resolver().getServers();
}

type Question = Pick<NameServerAnswer, 'server' | 'name' | 'family'>;

/** A resolver of its own for each question: it goes to this server alone, and can be given up alone. */
async function askOne(
  question: Question,
  patienceMs: number,
  signal: AbortSignal,
): Promise<NameServerAnswer> {
  const resolver = new Resolver({ timeout: patienceMs, tries: 1 });
  const giveUp = (): void => resolver.cancel();
  // A resolver without a timer of ours waits longer than it was told where a port refuses and is asked again.
  const timer = setTimeout(giveUp, patienceMs);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    resolver.setServers([question.server]);
    const { name, family } = question;
    const addresses = await (family === 'IPv4' ? resolver.resolve4(name) : resolver.resolve6(name));
    return { ...question, addresses, error: addresses.length ? null : 'ENODATA' };
  } catch (error) {
    const code = codeOf(error) ?? 'EBADRESP';
    return { ...question, addresses: [], error: code === 'ECANCELLED' ? 'ETIMEOUT' : code };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function throwWhereGivenUp(name: string, signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', `Cancelled while asking DNS servers for ${name}.`);
}
