import { randomUUID } from 'node:crypto';
import type { DemoHandler, DemoRequest, DemoResponse } from './demo-http';
import type { DemoState, VerifyToken } from './demo-state';
import { deviceRoutes } from './graph-devices';
import { directoryRoutes } from './graph-directory';
import { policyRoutes } from './graph-policies';
import { type GraphCall, graphError } from './graph-route';

const routes = [...directoryRoutes, ...deviceRoutes, ...policyRoutes];

/** Microsoft Graph, v1.0 and beta. Each answer needs a permission that was consented to, and is in the token. */
export function graphHandler(state: DemoState, verify: VerifyToken): DemoHandler {
  return (request) => withUsualHeaders(answer(state, verify, request));
}

function answer(state: DemoState, verify: VerifyToken, request: DemoRequest): DemoResponse {
  if (state.faults.graphUnavailable) {
    return graphError(503, 'serviceNotAvailable', 'The service is temporarily unavailable.');
  }
  const caller = verify(state, request.headers.authorization);
  if ('status' in caller) return caller;
  if (caller.audience !== 'graph') {
    return graphError(
      401,
      'InvalidAuthenticationToken',
      'Access token validation failure. Invalid audience.',
    );
  }
  const [, version = '', path = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(request.path) ?? [];
  for (const route of routes) {
    const groups = route.method === request.method ? route.path.exec(path) : null;
    if (!groups) continue;
    const call: GraphCall = { state, request, caller, version, named: groups.groups ?? {} };
    if (!route.permissions.some((permission) => caller.scopes.includes(permission))) return denied();
    if (route.rolesFor && !mayByRole(call, route.rolesFor)) return denied();
    return route.answer(call);
  }
  return graphError(404, 'BadRequest', `Resource not found for the segment '${path || request.path}'.`);
}

function mayByRole({ caller }: GraphCall, roles: readonly string[]): boolean {
  return caller.account.directoryRoles.some((role) => roles.includes(role));
}

function denied(): DemoResponse {
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

function withUsualHeaders(response: DemoResponse): DemoResponse {
  const id = randomUUID();
  return { ...response, headers: { 'request-id': id, 'client-request-id': id, ...response.headers } };
}
