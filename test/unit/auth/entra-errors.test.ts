import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { type Attempt, claimsAskedBy, explainEntraError } from '../../../main/auth/entra-errors';
import { AppError } from '../../../shared/errors/app-error';

const attempt: Attempt = { purpose: 'getting a token for Microsoft Graph' };

function server(error: string, number: number, text: string, suberror = ''): ServerError {
  const description = `Error(s): ${number} - Timestamp: 2026-11-22 18:00:00Z - Description: AADSTS${number}: ${text} More of it. Trace ID: 6f5a Correlation ID: 77aa Timestamp: 2026-11-22 18:00:00Z`;
  return new ServerError(error, 'correlation', description, suberror);
}

describe('what Entra ID says, in our words', () => {
  it.each([
    [
      'consent is missing',
      server('invalid_grant', 65001, 'Not consented.', 'consent_required'),
      'access-denied',
      'admin-consent',
    ],
    [
      'an admin must consent',
      server('access_denied', 90094, 'Needs an admin.'),
      'access-denied',
      'admin-consent',
    ],
    ['the person declined', server('access_denied', 65004, 'Declined.'), 'access-denied', 'sign-in-again'],
    [
      "Microsoft's own client id",
      server('invalid_grant', 65002, 'First party.'),
      'not-configured',
      'app-registration',
    ],
    [
      'a wrong client id',
      server('unauthorized_client', 700016, 'Not found.'),
      'not-configured',
      'app-registration',
    ],
    ['a wrong tenant', server('invalid_request', 90002, 'No tenant.'), 'not-configured', 'app-registration'],
    [
      'no public client flows',
      server('invalid_client', 7000218, 'Secret needed.'),
      'not-configured',
      'app-registration',
    ],
    [
      'a stranger in this tenant',
      server('invalid_grant', 50020, 'Not here.'),
      'access-denied',
      'account-is-in-the-vms-tenant',
    ],
    [
      'a second factor',
      server('interaction_required', 50076, 'MFA.', 'basic_action'),
      'sign-in-required',
      'sign-in-again',
    ],
    [
      'a sign-in that ran out',
      server('invalid_grant', 700082, 'Expired.', 'bad_token'),
      'sign-in-required',
      'sign-in-again',
    ],
    [
      'a sign-in that was revoked',
      server('invalid_grant', 50173, 'Revoked.'),
      'sign-in-required',
      'sign-in-again',
    ],
    ['a blocked account', server('invalid_grant', 50057, 'Disabled.'), 'access-denied', undefined],
    ['a policy', server('access_denied', 53003, 'Blocked.'), 'access-denied', undefined],
    ['no network', new AuthError('network_error', 'correlation'), 'unreachable', 'no-network'],
    ['no discovery', new AuthError('endpoints_resolution_error', 'correlation'), 'unreachable', 'no-network'],
    [
      'no tokens',
      new InteractionRequiredAuthError('no_tokens_found', 'correlation'),
      'sign-in-required',
      'sign-in-again',
    ],
    [
      'a code that ran out',
      new AuthError('device_code_expired', 'correlation'),
      'timed-out',
      'sign-in-again',
    ],
    ['something new', server('server_error', 12345, 'A new thing.'), 'unexpected', undefined],
  ] as const)('%s', (_, error, code, help) => {
    const explained = explainEntraError(error, attempt);
    expect(explained).toBeInstanceOf(AppError);
    expect(explained).toMatchObject({ code, help, cause: error });
    expect(explained).toMatchObject({ message: expect.stringContaining(attempt.purpose) });
  });

  it('names the permissions that were asked for', () => {
    const error = server('invalid_grant', 65001, 'Not consented.', 'consent_required');
    const explained = explainEntraError(error, { ...attempt, permissions: ['Device.Read.All', 'User.Read'] });
    expect(explained).toMatchObject({
      missing: 'Device.Read.All (Microsoft Graph, admin consent), User.Read (Microsoft Graph)',
    });
  });

  it.each([53003, 50199, 530036, 53000])('calls %i a blocked device code only while using one', (number) => {
    const error = server('invalid_grant', number, 'Blocked.');
    expect(explainEntraError(error, { ...attempt, method: 'device-code' })).toMatchObject({
      code: 'access-denied',
      help: 'blocked-device-code',
    });
    expect(explainEntraError(error, { ...attempt, method: 'browser' })).not.toMatchObject({
      help: 'blocked-device-code',
    });
  });

  it("keeps Entra's sentence and drops its trace ids", () => {
    const explained = explainEntraError(server('invalid_grant', 50057, 'The account is disabled.'), attempt);
    expect(explained).toMatchObject({
      message: expect.stringMatching(/AADSTS50057: The account is disabled\.$/),
    });
    expect(String(explained)).not.toContain('Trace ID');
  });

  it('tells why the network failed, where that is known', () => {
    const error = new AuthError('network_error', 'correlation');
    const networkFailure = new Error('getaddrinfo ENOTFOUND login.microsoftonline.com');
    expect(String(explainEntraError(error, { ...attempt, networkFailure }))).toContain('ENOTFOUND');
  });

  it('leaves bugs and its own errors as they are', () => {
    const bug = new TypeError('undefined is not a function');
    const own = new AppError('cancelled', 'Stopped.');
    expect(explainEntraError(bug, attempt)).toBe(bug);
    expect(explainEntraError(own, attempt)).toBe(own);
  });
});

describe('claims a refusal asks for', () => {
  it('are taken from the error', () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const error = new InteractionRequiredAuthError('interaction_required', 'c', 'm', 's', 't', 'i', claims);
    expect(claimsAskedBy(error)).toBe(claims);
  });

  it.each([[new Error('no')], [undefined], [new InteractionRequiredAuthError('x', 'c')]])(
    'are null for %s',
    (error) => {
      expect(claimsAskedBy(error)).toBeNull();
    },
  );
});
