import { type RdpClient, RdpClientId } from '../client-pc/this-pc';
import { AppError } from '../errors/app-error';
import type { Route } from '../preflight/route';
import { routeNames } from '../preflight/route-order';

/** What the person asked for on this occasion, and what they prefer in general. */
export interface ClientWish {
  readonly asked: string | undefined;
  readonly preferred: RdpClientId | null;
}

/**
 * The client to take the route with: the one asked for, else the preferred, else the first that can.
 *
 * @throws AppError `invalid-request` for a client we do not know; `client-missing` where the one asked for,
 *   or any that can take the route, is not installed; `client-failed` where the one asked for cannot.
 */
export function chooseClient(clients: readonly RdpClient[], route: Route, wish: ClientWish): RdpClient {
  if (wish.asked !== undefined) return askedClient(clients, route, wish.asked);
  const able = clients.filter(({ routes }) => routes.includes(route));
  const chosen = able.find(({ id }) => id === wish.preferred) ?? able[0];
  if (chosen) return chosen;
  throw new AppError('client-missing', `${noneCan(clients, route)} ${whatToInstall(route)}`, {
    help: 'rdp-client-is-installed',
  });
}

function askedClient(clients: readonly RdpClient[], route: Route, asked: string): RdpClient {
  const { data: id } = RdpClientId.safeParse(asked);
  if (!id) {
    throw new AppError(
      'invalid-request',
      `No RDP client is called ${asked}. There are ${RdpClientId.options.join(', ')}.`,
    );
  }
  const client = clients.find((one) => one.id === id);
  if (!client) {
    const found = clients.map((one) => one.id).join(', ') || 'none';
    throw new AppError('client-missing', `${id} was not found on this PC. Found: ${found}.`, {
      help: 'rdp-client-is-installed',
    });
  }
  if (client.routes.includes(route)) return client;
  throw new AppError(
    'client-failed',
    `${client.name} cannot take this route (${routeNames[route]}). ${[...client.limits, whatToInstall(route)].join(' ')}`,
    { help: 'rdp-client-is-installed' },
  );
}

function noneCan(clients: readonly RdpClient[], route: Route): string {
  if (!clients.length) return 'No RDP client was found on this PC.';
  const limits = clients.flatMap((client) => client.limits).join(' ');
  return `No RDP client on this PC can take this route (${routeNames[route]}). ${limits}`.trim();
}

function whatToInstall(route: Route): string {
  return route === 'web-account'
    ? 'Use Remote Desktop Connection on Windows, Windows App on a Mac, or FreeRDP 3 built with Entra sign-in.'
    : 'Use Remote Desktop Connection on Windows, Windows App on a Mac, or FreeRDP.';
}
