import type { DemoRequest, DemoResponse } from './demo-http';
import { accountCalled, type DemoState } from './demo-state';
import { jsonAnswer, pageAnswer, refusalAnswer, refusals } from './entra-answers';
import { memoryOf, type PendingDevice, randomCode, randomUserCode } from './entra-memory';
import { deviceCodePage, messagePage } from './entra-pages';
import { tenantCalled } from './entra-tenants';

const lifetimeSeconds = 900;

/** Hands out a code for a person to type on another page. */
export function startDeviceCode(state: DemoState, tenantName: string, form: URLSearchParams): DemoResponse {
  const tenantId = tenantCalled(state, tenantName);
  if (!tenantId) return refusalAnswer(refusals.unknownTenant);
  if (form.get('client_id') !== state.tenant.clientId) return refusalAnswer(refusals.unknownClient);
  const deviceCode = randomCode();
  const userCode = randomUserCode();
  memoryOf(state).devices.set(deviceCode, {
    clientId: form.get('client_id') ?? '',
    tenantId,
    scope: form.get('scope') ?? '',
    claims: form.get('claims') ?? undefined,
    userCode,
    expiresAt: Date.now() + lifetimeSeconds * 1000,
    answer: 'waiting',
  });
  const verificationUri = `${state.origins.authority}/device`;
  return jsonAnswer({
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: verificationUri,
    expires_in: lifetimeSeconds,
    // Without it MSAL polls in a tight loop.
    interval: 1,
    message: `To sign in, open ${verificationUri} in a browser and enter the code ${userCode}.`,
  });
}

/** The page the code is typed on. */
export function devicePage(state: DemoState, { method, url, body }: DemoRequest): DemoResponse {
  const chosen = state.chosenAccount ?? state.tenant.defaultAccount;
  if (method !== 'POST')
    return pageAnswer(deviceCodePage(url.searchParams.get('user_code') ?? '', state.tenant.accounts, chosen));

  const form = new URLSearchParams(body);
  const pending = deviceWaitingFor(state, form.get('user_code') ?? '');
  if (!pending) return pageAnswer(messagePage('That code did not work', 'Check it and try again.'), 400);
  const account = accountCalled(state, form.get('username') ?? chosen);
  pending.answer = form.get('action') === 'decline' || !account ? 'declined' : account;
  return pageAnswer(messagePage('All done', 'You can close this page and go back to the app.'));
}

function deviceWaitingFor(state: DemoState, userCode: string): PendingDevice | undefined {
  const typed = userCode.trim().toUpperCase();
  return [...memoryOf(state).devices.values()].find((device) => device.userCode === typed);
}
