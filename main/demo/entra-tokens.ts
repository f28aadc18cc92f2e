import { createHash, randomUUID, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { guidOf } from './demo-ids';
import type { DemoState, VerifiedToken } from './demo-state';
import { type Grant, memoryOf, randomCode } from './entra-memory';

/** What Entra ID was asked to put into a token, from `claims`. */
const RequestedClaims = z.object({
  access_token: z
    .object({
      acrs: z.object({ value: z.string().optional(), values: z.array(z.string()).optional() }).optional(),
      nbf: z.object({ value: z.union([z.string(), z.number()]) }).optional(),
      xms_cc: z.object({ values: z.array(z.string()) }).optional(),
    })
    .optional(),
});

export interface AskedFor {
  readonly acrs: readonly string[];
  readonly nbf: number | null;
  readonly capabilities: readonly string[];
}

export function askedForBy(claims: string | undefined): AskedFor {
  const { acrs, nbf, xms_cc } = RequestedClaims.parse(JSON.parse(claims ?? '{}')).access_token ?? {};
  return {
    acrs: acrs?.values ?? (acrs?.value === undefined ? [] : [acrs.value]),
    nbf: nbf ? Number(nbf.value) : null,
    capabilities: xms_cc?.values ?? [],
  };
}

/** The token endpoint's good answer. */
export function tokenAnswer(
  state: DemoState,
  grant: Grant,
  scopes: readonly string[],
  claims: string | undefined,
  nonce?: string,
): object {
  const { account, clientId, tenantId } = grant;
  const now = Math.floor(Date.now() / 1000);
  const lifetime = account.signIn.accessTokenSeconds;
  const { acrs, nbf, capabilities } = askedForBy(claims);
  const objectId = objectIdIn(tenantId, grant, state);
  const common = {
    iss: `${state.origins.authority}/${tenantId}/v2.0`,
    iat: now,
    nbf: nbf ?? now,
    tid: tenantId,
    oid: objectId,
    ver: '2.0',
    name: account.displayName,
  };
  const accessToken = jwt(state, {
    ...common,
    aud: scopes.some((scope) => scope.endsWith('/user_impersonation'))
      ? state.origins.arm
      : state.origins.graph,
    exp: now + lifetime,
    appid: clientId,
    idtyp: 'user',
    upn: account.username,
    scp: scopes.map(permissionOf).join(' '),
    ...(acrs.length > 0 && { acrs }),
    ...(capabilities.length > 0 && { xms_cc: capabilities }),
    jti: randomUUID(),
  });
  const idToken = jwt(state, {
    ...common,
    aud: clientId,
    exp: now + 3600,
    sub: createHash('sha256').update(objectId).digest('base64url'),
    preferred_username: account.username,
    login_hint: account.username,
    ...(nonce && { nonce }),
  });
  return {
    token_type: 'Bearer',
    scope: scopes.join(' '),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
    refresh_token: newRefreshToken(state, grant),
    id_token: idToken,
    client_info: clientInfoOf(grant),
  };
}

export function clientInfoOf({ account }: Grant): string {
  return encode({ uid: account.objectId, utid: account.homeTenantId });
}

/** `https://graph.example/Device.Read.All` is `Device.Read.All`. */
export function permissionOf(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** A person is another object in every tenant. */
function objectIdIn(tenantId: string, { account }: Grant, state: DemoState): string {
  return tenantId === state.tenant.id ? account.objectId : guidOf('account', tenantId, account.objectId);
}

function newRefreshToken(state: DemoState, grant: Grant): string {
  const token = randomCode();
  memoryOf(state).refreshTokens.set(token, grant);
  return token;
}

function jwt(state: DemoState, claims: object): string {
  const signed = `${encode({ typ: 'JWT', alg: 'ES256', kid: 'demo' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), {
    key: memoryOf(state).signingKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const AccessClaims = z.looseObject({
  aud: z.string(),
  exp: z.number(),
  iat: z.number(),
  upn: z.string(),
  scp: z.string(),
});

/** Null when this Entra ID did not sign it. Its age is the caller's to judge. */
export function readAccessToken(
  state: DemoState,
  token: string,
): (Omit<VerifiedToken, 'account'> & { readonly username: string; readonly issuedAt: number }) | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const isOurs = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: memoryOf(state).verifyingKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isOurs) return null;
  const { data } = AccessClaims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!data) return null;
  const scopes = data.scp.split(' ').filter(Boolean);
  return {
    username: data.upn,
    // ARM and Graph may share one origin here, so the permission tells them apart, not the audience.
    audience: scopes.includes('user_impersonation') ? 'arm' : 'graph',
    scopes,
    expiresAt: data.exp * 1000,
    issuedAt: data.iat * 1000,
    claims: data,
  };
}
