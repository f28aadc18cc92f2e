import { AppError } from '../../../shared/errors/app-error';
import { Route } from '../../../shared/preflight/route';
import type { PreflightSubject, Services } from '../../services';
import type { CommandContext, CommandOption, OptionValues } from '../command';

/** How a VM may be named on the command line. */
export const vmArgument = {
  name: '<vm>',
  description: 'a name, a resource id or a portal link; for preflight and connect also a host name',
};

export const routeOption: CommandOption = {
  flags: '--route <route>',
  description: 'the way to sign in, in place of the recommended one',
  choices: Route.options,
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
 * The VM that was named. Where Azure knows none of that name and it could be a host, the host alone is
 * asked about: a person without any right in Azure is served too.
 */
export async function subjectNamed(
  services: Services,
  { words: [name = ''], output, signal }: CommandContext,
): Promise<PreflightSubject> {
  try {
    return { vmId: (await services.inventory.find(name, signal)).id };
  } catch (error) {
    if (!(error instanceof AppError) || !isHostOutsideAzure(error, name)) throw error;
    output.note(`${error.message} Looking at ${name} as a host name, without Azure.`);
    return { hostName: name };
  }
}

// A bare word that Azure does not know is a typing mistake rather than a host: only a dotted name is taken for one.
function isHostOutsideAzure({ code }: AppError, name: string): boolean {
  const mayBeHost = /^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+$/i.test(name);
  return mayBeHost && ['not-found', 'access-denied', 'sign-in-required', 'not-configured'].includes(code);
}
