import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error';
import { isLinkOfOurs } from '../../../shared/links/link-url';
import type { Route } from '../../../shared/preflight/route';
import { routeOrder } from '../../../shared/preflight/route-order';
import type { Services } from '../../services';
import type { CommandContext, CommandOption, OptionValues } from '../command';
import type { Named } from './named';

/** How a VM may be named on the command line. */
export const vmArgument = {
  name: '<vm>',
  description:
    'a name, a resource id, a portal link, or a profile of the library; for preflight and connect also a host name, an .rdp file or an entra-rdp:// link',
};

/** What was named; what the options say outweighs what a file says. */
export async function connectionNamed(
  services: Services,
  context: CommandContext,
): Promise<Named & { readonly address: string | undefined }> {
  const [word = ''] = context.words;
  const { address, port } = addressIn(context.options);
  const route = routeIn(context.options);
  if (isLinkOfOurs(word)) {
    const linked = await linkedConnection(services, word, context.signal);
    return { subject: linked.subject, address, port, route: route ?? linked.route };
  }
  if (!/\.rdp$/i.test(word)) {
    const { vmNamed } = await import('./vm-named');
    const named = await vmNamed(services, context);
    return { subject: named.subject, address, port: port ?? named.port, route: route ?? named.route };
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
): Promise<Pick<Named, 'subject' | 'route'>> {
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
