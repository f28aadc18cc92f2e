import type { DemoHandler, DemoRequest, DemoResponse } from './demo-http';
import { accountCalled, type DemoState, type VerifyToken } from './demo-state';
import { jsonAnswer } from './entra-answers';
import { authorize } from './entra-authorize';
import { devicePage, startDeviceCode } from './entra-device';
import { memoryOf } from './entra-memory';
import { tenantCalled } from './entra-tenants';
import { token } from './entra-token-endpoint';
import { readAccessToken } from './entra-tokens';

type Endpoint = (state: DemoState, tenantName: string, request: DemoRequest) => DemoResponse;

/** What follows the tenant in a path, and who answers it. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET v2.0/.well-known/openid-configuration': openIdConfiguration,
  'GET .well-known/openid-configuration': openIdConfiguration,
  'GET discovery/instance': instanceDiscovery,
  'GET discovery/v2.0/keys': keys,
  'GET oauth2/v2.0/authorize': authorize,
  'POST oauth2/v2.0/token': (state, tenantName, { body }) =>
    token(state, tenantName, new URLSearchParams(body)),
  'POST oauth2/v2.0/devicecode': (state, tenantName, { body }) =>
    startDeviceCode(state, tenantName, new URLSearchParams(body)),
};

/** The small Entra ID: discovery, the sign-in page, tokens and device codes. */
export function entraIdHandler(state: DemoState): DemoHandler {
  return (request) => {
    if (request.path === '/device') return devicePage(state, request);
    const [, tenantName = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
    const endpoint = endpoints[`${request.method} ${rest}`];
    if (!endpoint) return null;
    if (state.faults.authorityUnavailable) return unavailable();
    return endpoint(state, tenantName, request);
  };
}

/** Who a token of this Entra ID speaks for, or the 401 that ARM and Graph answer with. */
export const verifyDemoToken: VerifyToken = (state, authorization) => {
  const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (!bearer)
    return unauthorised(state, 'AuthenticationFailed', 'Authentication failed. The token is missing.');
  const read = readAccessToken(state, bearer);
  const account = read && accountCalled(state, read.username);
  if (!account) return unauthorised(state, 'InvalidAuthenticationToken', 'The access token is invalid.');
  if (read.expiresAt <= Date.now())
    return unauthorised(state, 'ExpiredAuthenticationToken', 'The access token expiry is in the past.');
  if (read.issuedAt < (state.revokedBefore.get(account.username) ?? 0))
    return unauthorised(state, 'InvalidAuthenticationToken', 'The access token has been revoked.');
  const { audience, scopes, expiresAt, claims } = read;
  return { account, audience, scopes, expiresAt, claims };
};

function openIdConfiguration({ origins, ...state }: DemoState, tenantName: string): DemoResponse {
  const { authority } = origins;
  const issuerTenant = ['common', 'organizations'].includes(tenantName)
    ? '{tenantid}'
    : (tenantCalled({ origins, ...state }, tenantName) ?? tenantName);
  const base = `${authority}/${tenantName}`;
  return jsonAnswer({
    issuer: `${authority}/${issuerTenant}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  });
}

function instanceDiscovery({ origins: { authority } }: DemoState, tenantName: string): DemoResponse {
  const { host } = new URL(authority);
  return jsonAnswer({
    tenant_discovery_endpoint: `${authority}/${tenantName}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}

function keys(state: DemoState): DemoResponse {
  const jwk = memoryOf(state).verifyingKey.export({ format: 'jwk' });
  return jsonAnswer({ keys: [{ ...jwk, use: 'sig', alg: 'ES256', kid: 'demo' }] });
}

function unavailable(): DemoResponse {
  return jsonAnswer(
    {
      error: 'temporarily_unavailable',
      error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
      error_codes: [90033],
    },
    503,
  );
}

function unauthorised({ origins, tenant }: DemoState, code: string, message: string): DemoResponse {
  return {
    status: 401,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'www-authenticate': `Bearer authorization_uri="${origins.authority}/${tenant.id}", error="invalid_token", error_description="${message}"`,
    },
    body: { error: { code, message } },
  };
}
