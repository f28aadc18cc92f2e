import { appPermissions } from '../../shared/session/app-permissions';
import { microsoftClientIds } from '../../shared/settings/microsoft-client-ids';
import type { DemoState } from './demo-state';
import { type Refusal, refusals } from './entra-answers';
import { permissionOf } from './entra-tokens';
import type { DemoAccount } from './tenant-schema';

const openIdScopes = ['openid', 'profile', 'offline_access', 'email'];

/** What a person accepts on the consent page alone; everything else of Graph wants an admin. */
const acceptedByAnyone = appPermissions
  .filter(({ needsAdmin }) => !needsAdmin)
  .map(({ permission }) => permission);

/** Permissions accepted on the consent page in this run, beside those the tenant file gives. */
const accepted = new WeakMap<DemoAccount, Set<string>>();

/** Scopes asked for, split; those of OpenID Connect are left out, and `.default` is what was consented to. */
export function resourceScopes(state: DemoState, account: DemoAccount, scope: string): string[] {
  const asked = scope.split(' ').filter((each) => each !== '' && !openIdScopes.includes(each));
  return asked.flatMap((each) => {
    if (!each.endsWith('/.default')) return [each];
    const origin = each.slice(0, -'/.default'.length);
    if (origin === state.origins.arm) return [`${origin}/user_impersonation`, each];
    return [...consentedTo(account).map((permission) => `${origin}/${permission}`), each];
  });
}

/** Why a token for these scopes is refused without asking the person; null when it is not. */
export function refusalOf(
  state: DemoState,
  account: DemoAccount,
  clientId: string,
  scopes: readonly string[],
): Refusal | null {
  const missing = missingOf(account, scopes);
  if (isMicrosofts(clientId)) return missing.length > 0 ? refusals.firstParty : null;
  if (clientId !== state.tenant.clientId) return refusals.unknownClient;
  return missing.length > 0 ? refusals.notConsented : null;
}

/** The consent page: what anyone may accept is accepted, unless this account declines. */
export function askForConsent(
  state: DemoState,
  account: DemoAccount,
  clientId: string,
  scopes: readonly string[],
): Refusal | null {
  if (account.signIn.denyConsent) return refusals.declined;
  const refusal = refusalOf(state, account, clientId, scopes);
  if (refusal !== refusals.notConsented) return refusal;
  const missing = missingOf(account, scopes);
  if (missing.some((permission) => !acceptedByAnyone.includes(permission))) return refusals.adminConsent;
  accepted.set(account, new Set([...(accepted.get(account) ?? []), ...missing]));
  return null;
}

function consentedTo(account: DemoAccount): string[] {
  return [...account.consentedGraphPermissions, ...(accepted.get(account) ?? [])];
}

function missingOf(account: DemoAccount, scopes: readonly string[]): string[] {
  const consented = consentedTo(account);
  return scopes
    .map(permissionOf)
    .filter((permission) => permission !== '.default' && permission !== 'user_impersonation')
    .filter((permission) => !consented.includes(permission));
}

function isMicrosofts(clientId: string): boolean {
  return microsoftClientIds.some(({ appId }) => appId === clientId.toLowerCase());
}
