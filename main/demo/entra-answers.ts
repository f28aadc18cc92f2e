import { randomUUID } from 'node:crypto';
import type { DemoResponse } from './demo-http';

/** A JSON answer that is never cached, as Entra ID's are. */
export function jsonAnswer(body: object, status = 200): DemoResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}

export function pageAnswer(html: string, status = 200): DemoResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: html,
  };
}

export interface Refusal {
  readonly error: string;
  /** AADSTS number. */
  readonly number: number;
  readonly text: string;
  readonly suberror?: string;
  /** Claims the request must be repeated with, as JSON. */
  readonly claims?: string;
}

export function descriptionOf({ number, text }: Refusal): string {
  return `AADSTS${number}: ${text} Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${new Date().toISOString()}`;
}

/** A refused request to the token endpoint, shaped as Entra ID shapes it. */
export function refusalAnswer(refusal: Refusal): DemoResponse {
  return jsonAnswer(
    {
      error: refusal.error,
      error_description: descriptionOf(refusal),
      error_codes: [refusal.number],
      timestamp: new Date().toISOString(),
      trace_id: randomUUID(),
      correlation_id: randomUUID(),
      ...(refusal.suberror && { suberror: refusal.suberror }),
      ...(refusal.claims && { claims: refusal.claims }),
    },
    400,
  );
}

export const refusals = {
  declined: {
    error: 'access_denied',
    number: 65004,
    text: 'User declined to consent to access the app.',
  },
  adminConsent: {
    error: 'access_denied',
    number: 90094,
    text: 'Entra RDP needs permission to access resources in your organization that only an admin can grant.',
    suberror: 'consent_required',
  },
  notConsented: {
    error: 'invalid_grant',
    number: 65001,
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
    suberror: 'consent_required',
  },
  firstParty: {
    error: 'invalid_grant',
    number: 65002,
    text: 'Consent between first party application and first party resource must be configured via preauthorization.',
  },
  unknownClient: {
    error: 'unauthorized_client',
    number: 700016,
    text: 'Application with this identifier was not found in the directory.',
  },
  unknownTenant: { error: 'invalid_request', number: 90002, text: 'Tenant not found.' },
  notInTenant: {
    error: 'invalid_grant',
    number: 50020,
    text: 'User account from identity provider does not exist in this tenant.',
  },
  wrongRedirect: {
    error: 'invalid_request',
    number: 50011,
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  usedCode: {
    error: 'invalid_grant',
    number: 54005,
    text: 'OAuth2 Authorization code was already redeemed.',
  },
  wrongVerifier: {
    error: 'invalid_grant',
    number: 501481,
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  revoked: {
    error: 'invalid_grant',
    number: 50173,
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    suberror: 'bad_token',
  },
  expiredRefreshToken: {
    error: 'invalid_grant',
    number: 700082,
    text: 'The refresh token has expired due to inactivity.',
    suberror: 'bad_token',
  },
  mfaNeeded: {
    error: 'interaction_required',
    number: 50076,
    text: 'Due to a configuration change made by your administrator you must use multi-factor authentication.',
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
  },
  devicePending: {
    error: 'authorization_pending',
    number: 70016,
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  deviceDeclined: { error: 'authorization_declined', number: 70018, text: 'The user declined.' },
  deviceExpired: { error: 'expired_token', number: 70020, text: 'The provided code has expired.' },
  deviceUnknown: { error: 'bad_verification_code', number: 70000, text: 'The device code is not known.' },
  deviceBlocked: {
    error: 'access_denied',
    number: 53003,
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  unknownGrant: { error: 'unsupported_grant_type', number: 70003, text: 'The grant type is not supported.' },
} as const satisfies Record<string, Refusal>;
