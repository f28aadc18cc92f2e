import { basename } from 'node:path';
import { AppError, isAppError } from '../../../shared/errors/app-error';
import { isLinkOfOurs } from '../../../shared/links/link-url';
import { isHostName } from '../../../shared/network/host-name';
import type { Route } from '../../../shared/preflight/route';
import { routeOrder } from '../../../shared/preflight/route-order';
import type { LastSeen } from '../../last-list/last-list';
import type { PreflightSubject, Services } from '../../services';
import type { CommandContext, CommandOption, OptionValues } from '../command';
import { whenListed } from '../text/last-list-text';
import { isOffline } from './last-list';

/** How a VM may be named on the command line. */
export const vmArgument = {
  name: '<vm>',
  description:
    'a name, a resource id or a portal link; for preflight and connect also a host name, an .rdp file or an entra-rdp:// link',
};

/** A VM, host, file or link, and what a file or link says besides. */
interface NamedConnection {
  readonly subject: PreflightSubject;
  readonly port: number | undefined;
  readonly route: Route | undefined;
}

/** What was named; what the options say outweighs what a file says. */
export async function connectionNamed(
  services: Services,
  context: CommandContext,
): Promise<NamedConnection & { readonly address: string | undefined }> {
  const [word = ''] = context.words;
  const { address, port } = addressIn(context.options);
  const route = routeIn(context.options);
  if (isLinkOfOurs(word)) {
    const linked = await linkedConnection(services, word, context.signal);
    return { subject: linked.subject, address, port, route: route ?? linked.route };
  }
  if (!/\.rdp$/i.test(word)) {
    return { subject: await subjectNamed(services, context), address, port, route };
  }
  const { readConnection } = await import('../../rdp-files/read-connection');
  const file = await readConnection(word);
  if (file.otherAddress !== null) {
    context.output.note(
      `${word} names two computers: ${file.host}, which clients take, and ${file.otherAddress}.`,
    );
  }
  return {
    subject: {
      hostName: file.host,
      username: file.username,
      file: { name: basename(word), bytes: file.bytes },
    },
    address,
    port: port ?? file.port ?? undefined,
    route: route ?? file.route,
  };
}

/** @throws AppError `invalid-request` for a link that is none, or leads to where nobody is signed in. */
async function linkedConnection(
  { session }: Services,
  text: string,
  signal: AbortSignal,
): Promise<Pick<NamedConnection, 'subject' | 'route'>> {
  const [{ readConnectLink }, { leadsElsewhere }] = await Promise.all([
    import('../../../shared/links/read-link'),
    import('../../../shared/links/link-leads-elsewhere'),
  ]);
  const link = readConnectLink(text);
  const withTenants = AbortSignal.any([signal, AbortSignal.timeout(tenantsMs)]);
  const elsewhere = leadsElsewhere(link, await session.state({ withTenants }));
  if (elsewhere) {
    const next = {
      'another-cloud': `Say so: --cloud ${link.cloud}.`,
      'tenant-not-signed-in': `Sign in there: entra-rdp sign-in --tenant ${link.tenantId}.`,
      'another-tenant': `Sign in with an account of that tenant: entra-rdp sign-in --tenant ${link.tenantId}.`,
    }[elsewhere.kind];
    throw new AppError('invalid-request', `${elsewhere.because} ${next}`, { help: 'link-refused' });
  }
  return { subject: { vmId: link.vmId }, route: link.route ?? undefined };
}

/** How long the list of tenants is waited for, in milliseconds. Without it nothing speaks against a link. */
const tenantsMs = 10_000;

export const routeOption: CommandOption = {
  flags: '--route <route>',
  description: 'the way to sign in, in place of the recommended one',
  choices: routeOrder,
};

export const addressOptions: readonly CommandOption[] = [
  {
    flags: '--address <address>',
    description: 'insist on this host name or address; it is judged like any other',
  },
  { flags: '--port <number>', description: 'insist on this port, in place of 3389' },
];

export function routeIn(options: OptionValues): Route | undefined {
  return options.text('route') as Route | undefined;
}

/** @throws AppError `invalid-request` for a port that is none. */
export function addressIn(options: OptionValues): { address: string | undefined; port: number | undefined } {
  const text = options.text('port');
  const port = text === undefined ? undefined : Number(text);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    throw new AppError(
      'invalid-request',
      `--port ${text} is not a port: give a whole number from 1 to 65535.`,
    );
  }
  return { address: options.text('address'), port };
}

/**
 * The VM that was named. Where Azure cannot be asked, the last list is; where neither knows the name and it could
 * be a host, the host alone is asked about: a person without any right in Azure is served too.
 */
export async function subjectNamed(
  services: Services,
  { words: [name = ''], options, output, signal }: CommandContext,
): Promise<PreflightSubject> {
  try {
    return { vmId: (await services.inventory.find(name, signal)).id };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const seen = await lastSeen(services, name, error, signal);
    if (seen && (error.code !== 'sign-in-required' || options.flag('anyway'))) {
      output.note(`${error.message} Taking ${seen.vm.name} from the list of ${whenListed(seen)}.`);
      return { vmId: seen.vm.id };
    }
    if (await isHostOutsideAzure(error, name, services)) {
      const hostName = seen?.vm.computerName ?? name;
      output.note(`${error.message} Looking at ${hostName} as a host name, without Azure.`);
      return { hostName };
    }
    throw seen ? withWayRound(error, seen) : error;
  }
}

/** The VM of that name in the last list, where Azure could not be asked. */
async function lastSeen(
  { lastList }: Services,
  name: string,
  error: AppError,
  signal: AbortSignal,
): Promise<LastSeen | null> {
  if (!isOffline(error)) return null;
  return lastList.called(name, signal).catch((fault: unknown) => {
    if (isAppError(fault) && fault.code === 'unreadable') return null;
    throw fault;
  });
}

function withWayRound({ code, help, message }: AppError, seen: LastSeen): AppError {
  return new AppError(
    code,
    `${message} ${seen.vm.name} is in the list of ${whenListed(seen)}: entra-rdp connect ${seen.vm.name} --anyway connects without asking Azure.`,
    { ...(help && { help }) },
  );
}

// A bare word that Azure does not know is a typing mistake rather than a host: only a dotted name is taken for one.
// Where nobody ever set up a sign-in there is no Azure to know it, and any name may be a host.
async function isHostOutsideAzure({ code }: AppError, name: string, { session }: Services): Promise<boolean> {
  if (!outsideAzure.includes(code)) return false;
  if (/^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+$/i.test(name)) return true;
  return code !== 'not-found' && isHostName(name) && !(await session.state()).isConfigured;
}

const outsideAzure: readonly AppError['code'][] = [
  'not-found',
  'access-denied',
  'sign-in-required',
  'not-configured',
  'unreachable',
  'timed-out',
];
