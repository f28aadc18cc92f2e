import { z } from 'zod';

/** The ways to sign in, the best first: that order decides which open one is recommended. */
export const Route = z.enum(['web-account', 'password', 'bastion-client', 'bastion-portal']);
export type Route = z.infer<typeof Route>;

export const everyRoute: readonly Route[] = Route.options;
export const bastionRoutes: readonly Route[] = ['bastion-client', 'bastion-portal'];

export const routeNames: Readonly<Record<Route, string>> = {
  'web-account': 'Passwordless',
  password: 'Password',
  'bastion-client': 'Bastion in the RDP client',
  'bastion-portal': 'Bastion in the browser',
};
