import { randomUUID } from 'node:crypto';
import { authorizationRoutes } from './arm-authorization';
import { computeRoutes } from './arm-compute';
import { networkRoutes } from './arm-network';
import { type ArmCall, armError, compileRoutes, notAuthorized } from './arm-route';
import { subscriptionRoutes } from './arm-subscriptions';
import type { DemoHandler, DemoRequest, DemoResponse } from './demo-http';
import { type DemoState, takeFault, type VerifiedToken, type VerifyToken } from './demo-state';
import { resourceGraphRoutes } from './resource-graph';
import { may } from './rights';

const routes = compileRoutes([
  ...subscriptionRoutes,
  ...computeRoutes,
  ...networkRoutes,
  ...authorizationRoutes,
  ...resourceGraphRoutes,
]);

/** Azure Resource Manager. Every answer holds only what its caller may see. */
export function armHandler(state: DemoState, verify: VerifyToken): DemoHandler {
  return (request) => withUsualHeaders(answer(state, verify, request));
}

function answer(state: DemoState, verify: VerifyToken, request: DemoRequest): DemoResponse {
  const caller = verify(state, request.headers.authorization);
  if ('status' in caller) return caller;
  if (caller.audience !== 'arm') return wrongAudience(state);
  const fault = faultFor(state, caller, request);
  if (fault) return fault;

  for (const route of routes) {
    const named = route.match(request);
    if (!named) continue;
    if (!request.url.searchParams.has('api-version')) return missingApiVersion();
    const call: ArmCall = { state, request, account: caller.account, named };
    const scope = route.scope?.(call) ?? scopeOf(request.path);
    if (route.action !== null && !may(state, caller.account, route.action, scope)) {
      return notAuthorized(caller.account, route.action, scope);
    }
    return route.answer(call);
  }
  return armError(
    404,
    'InvalidResourceType',
    `The demo Azure has nothing at ${request.method} ${request.path}.`,
  );
}

function scopeOf(path: string): string {
  const before = path.toLowerCase().lastIndexOf('/providers/microsoft.authorization/');
  return before < 0 ? path : path.slice(0, before);
}

function faultFor(state: DemoState, caller: VerifiedToken, request: DemoRequest): DemoResponse | null {
  if (takeFault(state, 'expiredTokens')) return expiredToken(state);
  if (!hasMetChallenge(caller) && takeFault(state, 'claimsChallenges')) return claimsChallenge(state);
  if (takeFault(state, 'throttled')) return throttled(state);
  if (takeFault(state, 'serverErrors')) {
    return armError(500, 'InternalServerError', `The server could not answer ${request.method}.`);
  }
  return null;
}

const challengeMark = '1700000000';

/** The token that answers the challenge carries what the challenge asked for. */
function hasMetChallenge({ claims }: VerifiedToken): boolean {
  return JSON.stringify(claims).includes(challengeMark);
}

function claimsChallenge(state: DemoState): DemoResponse {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: challengeMark } } });
  return armError(
    401,
    'TokenIssuedBeforeRevocationTimestamp',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    {
      'www-authenticate': `Bearer realm="", authorization_uri="${state.origins.authority}/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
    },
  );
}

function expiredToken(state: DemoState): DemoResponse {
  return unauthorized(
    state,
    'ExpiredAuthenticationToken',
    'The access token expiry UTC time is earlier than current UTC time.',
    'The access token has expired.',
  );
}

function wrongAudience(state: DemoState): DemoResponse {
  return unauthorized(
    state,
    'InvalidAuthenticationTokenAudience',
    `The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences '${state.origins.arm}/'.`,
    'The access token is for another resource.',
  );
}

function unauthorized(state: DemoState, code: string, message: string, description: string): DemoResponse {
  return armError(401, code, message, {
    'www-authenticate': `Bearer authorization_uri="${state.origins.authority}/${state.tenant.id}", error="invalid_token", error_description="${description}"`,
  });
}

function throttled(state: DemoState): DemoResponse {
  return {
    status: 429,
    headers: { 'retry-after': String(state.faults.retryAfterSeconds) },
    body: {
      error: {
        code: 'OperationNotAllowed',
        message:
          'The server rejected the request because too many requests have been received for this subscription.',
        details: [{ code: 'TooManyRequests', target: 'HighCostGet', message: '' }],
      },
    },
  };
}

function missingApiVersion(): DemoResponse {
  return armError(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );
}

function withUsualHeaders(response: DemoResponse): DemoResponse {
  return {
    ...response,
    headers: {
      'x-ms-request-id': randomUUID(),
      'x-ms-correlation-request-id': randomUUID(),
      'x-ms-ratelimit-remaining-subscription-reads': '11999',
      ...response.headers,
    },
  };
}
