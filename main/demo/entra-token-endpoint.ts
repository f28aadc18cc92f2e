import { createHash } from 'node:crypto';
import type { DemoResponse } from './demo-http';
import type { DemoState } from './demo-state';
import { jsonAnswer, refusalAnswer, refusals } from './entra-answers';
import { askForConsent, refusalOf, resourceScopes } from './entra-consent';
import { type Grant, memoryOf } from './entra-memory';
import { mayEnter, tenantCalled } from './entra-tenants';
import { askedForBy, tokenAnswer } from './entra-tokens';

type Redeem = (state: DemoState, tenantId: string, form: URLSearchParams) => DemoResponse;

/** MSAL for Node asks with the short spelling, the standard and MSAL for Python with the long one. */
const grantTypes: Readonly<Record<string, Redeem>> = {
  authorization_code: redeemCode,
  refresh_token: redeemRefreshToken,
  device_code: redeemDeviceCode,
  'urn:ietf:params:oauth:grant-type:device_code': redeemDeviceCode,
};

export function token(state: DemoState, tenantName: string, form: URLSearchParams): DemoResponse {
  const tenantId = tenantCalled(state, tenantName);
  if (!tenantId) return refusalAnswer(refusals.unknownTenant);
  const redeem = grantTypes[form.get('grant_type') ?? ''];
  return redeem ? redeem(state, tenantId, form) : refusalAnswer(refusals.unknownGrant);
}

function redeemCode(state: DemoState, _tenantId: string, form: URLSearchParams): DemoResponse {
  const { codes } = memoryOf(state);
  const code = form.get('code') ?? '';
  const pending = codes.get(code);
  if (!pending) return refusalAnswer(refusals.usedCode);
  codes.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenge !== pending.challenge) return refusalAnswer(refusals.wrongVerifier);
  if (form.get('redirect_uri') !== pending.redirectUri) return refusalAnswer(refusals.wrongRedirect);
  const { grant, nonce } = pending;
  const scopes = resourceScopes(state, grant.account, form.get('scope') ?? pending.scope);
  return jsonAnswer(tokenAnswer(state, grant, scopes, form.get('claims') ?? undefined, nonce));
}

function redeemRefreshToken(state: DemoState, tenantId: string, form: URLSearchParams): DemoResponse {
  const grant = memoryOf(state).refreshTokens.get(form.get('refresh_token') ?? '');
  if (!grant) return refusalAnswer(refusals.expiredRefreshToken);
  const { account } = grant;
  if (account.signIn.revoked || grant.grantedAt < revokedBefore(state, grant))
    return refusalAnswer(refusals.revoked);
  if (!mayEnter(state, account, tenantId)) return refusalAnswer(refusals.notInTenant);

  const claims = form.get('claims') ?? undefined;
  const wantsMfa = account.signIn.mfaRequired || askedForBy(claims).acrs.length > 0;
  if (wantsMfa && !grant.hasMfa) return refusalAnswer(refusals.mfaNeeded);

  const scopes = resourceScopes(state, account, form.get('scope') ?? '');
  const refusal = refusalOf(state, account, form.get('client_id') ?? '', scopes);
  if (refusal) return refusalAnswer(refusal);
  return jsonAnswer(tokenAnswer(state, { ...grant, tenantId }, scopes, claims));
}

function redeemDeviceCode(state: DemoState, tenantId: string, form: URLSearchParams): DemoResponse {
  const { devices } = memoryOf(state);
  const deviceCode = form.get('device_code') ?? form.get('code') ?? '';
  const pending = devices.get(deviceCode);
  if (!pending) return refusalAnswer(refusals.deviceUnknown);
  if (pending.expiresAt < Date.now()) return refusalAnswer(refusals.deviceExpired);
  if (pending.answer === 'waiting') return refusalAnswer(refusals.devicePending);

  devices.delete(deviceCode);
  if (pending.answer === 'declined') return refusalAnswer(refusals.deviceDeclined);
  const account = pending.answer;
  if (account.signIn.blockDeviceCode) return refusalAnswer(refusals.deviceBlocked);
  const scopes = resourceScopes(state, account, pending.scope);
  const refusal = askForConsent(state, account, pending.clientId, scopes);
  if (refusal) return refusalAnswer(refusal);
  const grant: Grant = {
    account,
    tenantId,
    clientId: pending.clientId,
    hasMfa: askedForBy(pending.claims).acrs.length > 0,
    grantedAt: Date.now(),
  };
  return jsonAnswer(tokenAnswer(state, grant, scopes, pending.claims));
}

function revokedBefore(state: DemoState, { account }: Grant): number {
  return state.revokedBefore.get(account.username) ?? 0;
}
