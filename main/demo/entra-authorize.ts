import { randomUUID } from 'node:crypto';
import { URL as NodeUrl } from 'node:url';
import type { DemoRequest, DemoResponse } from './demo-http';
import { accountCalled, type DemoState } from './demo-state';
import { descriptionOf, pageAnswer, type Refusal, refusalAnswer, refusals } from './entra-answers';
import { askForConsent, resourceScopes } from './entra-consent';
import { type Grant, memoryOf, randomCode } from './entra-memory';
import { accountPickerPage, handOverPage, messagePage } from './entra-pages';
import { mayEnter, tenantCalled } from './entra-tenants';
import { askedForBy, clientInfoOf } from './entra-tokens';
import type { DemoAccount } from './tenant-schema';

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/?$/;

/** The sign-in page: it lets the person choose an account, then hands a code to the app. */
export function authorize(state: DemoState, tenantName: string, { url }: DemoRequest): DemoResponse {
  const asked = url.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (!loopback.test(redirectUri)) return errorPage(refusals.wrongRedirect);
  const tenantId = tenantCalled(state, tenantName);
  if (!tenantId) return errorPage(refusals.unknownTenant);
  if (asked.get('response_mode') !== 'form_post' || !asked.get('code_challenge'))
    return refusalAnswer({
      error: 'invalid_request',
      number: 900144,
      text: "The request must contain 'response_mode=form_post' and 'code_challenge'.",
    });

  const account = accountFor(state, asked);
  if (!account) return pageAnswer(pickerFor(state, url));
  const handOver = (fields: Readonly<Record<string, string>>) =>
    pageAnswer(handOverPage(redirectUri, { ...fields, state: asked.get('state') ?? '' }));

  const refusal = refusalFor(state, account, tenantId, asked);
  if (refusal)
    return handOver({
      error: refusal.error,
      error_description: descriptionOf(refusal),
      ...(refusal.suberror && { suberror: refusal.suberror }),
    });

  const grant: Grant = {
    account,
    tenantId,
    clientId: asked.get('client_id') ?? '',
    hasMfa: askedForBy(asked.get('claims') ?? undefined).acrs.length > 0,
    grantedAt: Date.now(),
  };
  const code = randomCode();
  memoryOf(state).codes.set(code, {
    grant,
    scope: asked.get('scope') ?? '',
    redirectUri,
    challenge: asked.get('code_challenge') ?? '',
    nonce: asked.get('nonce') ?? undefined,
  });
  return handOver({ code, client_info: clientInfoOf(grant), session_state: randomUUID() });
}

function accountFor(state: DemoState, asked: URLSearchParams): DemoAccount | undefined {
  const hint = asked.get('login_hint');
  if (hint) return accountCalled(state, hint);
  if (state.chosenAccount) return accountCalled(state, state.chosenAccount);
  return asked.has('domain_hint') ? accountCalled(state, state.tenant.defaultAccount) : undefined;
}

function pickerFor({ tenant }: DemoState, url: URL): string {
  return accountPickerPage(tenant.name, tenant.accounts, ({ username }) => {
    const again = new NodeUrl(url.href);
    again.searchParams.set('login_hint', username);
    return `${again.pathname}${again.search}`;
  });
}

function refusalFor(
  state: DemoState,
  account: DemoAccount,
  tenantId: string,
  asked: URLSearchParams,
): Refusal | null {
  if (!mayEnter(state, account, tenantId)) return refusals.notInTenant;
  const scopes = resourceScopes(state, account, asked.get('scope') ?? '');
  return askForConsent(state, account, asked.get('client_id') ?? '', scopes);
}

/** What cannot be handed to the app is shown to the person. */
function errorPage(refusal: Refusal): DemoResponse {
  return pageAnswer(
    messagePage('Sorry, but we’re having trouble signing you in', descriptionOf(refusal)),
    400,
  );
}
