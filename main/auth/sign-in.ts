import { join } from 'node:path';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { SessionState, SignInMethod } from '../../shared/session/session-state';
import { forgetChosenSignIn, readChosenSignIn, writeChosenSignIn } from './chosen-sign-in';
import { coalescing } from './coalesce';
import { azureCliIdentity } from './flows/azure-cli';
import type { Identity } from './identity';
import { msalSignIn } from './msal-sign-in';
import { orAbort } from './or-abort';
import type { Session } from './session';
import type { OpenSession, SessionOptions } from './session-options';
import { expectSameAccount, TenantList } from './tenant-list';
import { tokenCache } from './token-cache';
import { TokenMemory } from './token-memory';
import type { AccessToken, TokenRequest, TokenSource } from './token-source';

/** A session of one organisation in one cloud. Nothing is read or asked before the first call. */
export function createSession(options: SessionOptions): OpenSession {
  const { endpoint, clientId, folder, azureCli, log } = options;
  const { cloud } = endpoint;
  const tenant = options.tenant ?? 'organizations';
  const name = `${cloud.id}-${clientId ?? 'none'}`;
  const chosenFile = join(folder, `sign-in-${name}.json`);
  const cache = tokenCache(join(folder, `tokens-${name}.bin`), options.secretStore, log);
  const msal = msalSignIn({ ...options, tenant, cache, log: (message) => log(message) });
  const tenants = new TenantList();
  const listeners = new Set<(state: SessionState) => void>();
  const once = coalescing<AccessToken>();
  const memory = new TokenMemory();

  let phase: SessionState['phase'] = 'signed-out';
  let identity: Identity | null = null;
  let restoring: Promise<void> | null = null;
  let listing: Promise<void> | null = null;
  let signingIn = new AbortController();

  const restored = () => {
    restoring ??= restore();
    return restoring;
  };

  async function restore(): Promise<void> {
    const chosen = options.mode === 'real' ? await readChosenSignIn(chosenFile) : null;
    try {
      if (chosen?.method === 'azure-cli') return await become(await azureCliIdentity(azureCli, cloud));
      const { preferredUsername } = options;
      const wanted = { preferredUsername, lastHomeAccountId: chosen?.homeAccountId ?? null };
      const known = chosen && (await msal.restore(chosen.method, wanted));
      if (known) await become(known.identity);
    } catch (error) {
      if (!isAppError(error)) throw error;
      log('The last sign-in could not be taken up again.', error);
      phase = error.code === 'sign-in-required' ? 'expired' : 'signed-out';
    }
  }

  async function become(next: Identity): Promise<void> {
    identity = next;
    memory.forget();
    phase = 'signed-in';
    listing = null;
    tenants.startWith(next.account, await next.tenantsSignedInTo());
  }

  async function snapshot(): Promise<SessionState> {
    const { username, displayName, homeTenantId } = identity?.account ?? {};
    return {
      mode: options.mode,
      phase,
      cloud: cloud.id,
      organisation: options.organisation,
      isConfigured: clientId !== null,
      account:
        identity && username && homeTenantId
          ? { username, displayName: displayName ?? null, homeTenantId, method: identity.method }
          : null,
      tenants: tenants.all,
      storage: await cache.storage(),
      demoAccounts: [...options.demoAccounts],
    };
  }

  async function changed(): Promise<SessionState> {
    const state = await snapshot();
    for (const listener of listeners) listener(state);
    return state;
  }

  /** Once for each sign-in, or again after a failure, which hides nothing. It signs in to none of them. */
  function listAllTenants(): Promise<void> {
    listing ??= import('./tenants')
      .then(({ listTenants }) => listTenants(endpoint, tokens, signingIn.signal))
      .then(async (found) => {
        tenants.found(found);
        await changed();
      })
      .catch((error: unknown) => {
        listing = null;
        log('The tenants could not be listed.', error);
      });
    return listing;
  }

  const tokens: TokenSource = {
    async getToken(request) {
      await restored();
      const who = identity;
      if (!who) throw signedOut();
      const { audience, tenantId = who.account.tenantId, scopes = [], claims, signal } = request;
      const plainKey = JSON.stringify([audience, tenantId, scopes, who.account.username]);
      // A challenge's claims ask for another token than the one that was refused.
      const lasting = claims === undefined ? memory.lasting(plainKey) : undefined;
      if (lasting) return orAbort(Promise.resolve(lasting), signal);
      const key = `${plainKey}${claims ?? ''}`;
      const asked: TokenRequest = { ...request, tenantId, signal: undefined };
      try {
        const token = await orAbort(
          once(key, () => who.getToken(asked)),
          signal,
        );
        if (identity === who) memory.keep(plainKey, token);
        if (phase === 'expired' && tenantId === who.account.tenantId) await enter('signed-in');
        return token;
      } catch (error) {
        const isOurs = identity === who && tenantId === who.account.tenantId;
        if (isAppError(error) && error.code === 'sign-in-required' && isOurs) await enter('expired');
        throw error;
      }
    },
  };

  async function enter(next: SessionState['phase']): Promise<void> {
    if (phase === next || phase === 'signing-in') return;
    phase = next;
    await changed();
  }

  async function signInBy(
    method: SignInMethod,
    ask: Parameters<Session['signIn']>[1],
    expired: Identity | null,
  ): Promise<void> {
    if (method === 'azure-cli') {
      await become(await azureCliIdentity(azureCli, cloud, ask.signal));
      return remember({ method, homeAccountId: null });
    }
    const loginHint = options.preferredUsername ?? expired?.account.username;
    const { identity: next, homeAccountId } = await msal.signIn({ method, loginHint, ...ask });
    await become(next);
    await remember({ method, homeAccountId });
  }

  /** A sign-in that cannot be remembered is still one. */
  async function remember(chosen: Parameters<typeof writeChosenSignIn>[1]): Promise<void> {
    if (options.mode === 'demo') return;
    await writeChosenSignIn(chosenFile, chosen).catch((error: unknown) =>
      log('The choice of sign-in could not be saved.', error),
    );
  }

  /** Silently where that is enough; only a person who asked for this one tenant is asked in turn. */
  async function enterTenant(who: Identity, tenantId: string, signal: AbortSignal): Promise<void> {
    try {
      await tokens.getToken({ audience: 'arm', tenantId, signal });
    } catch (error) {
      const canAsk = isAppError(error) && ['sign-in-required', 'access-denied'].includes(error.code);
      if (!canAsk || who.method !== 'browser') throw error;
      const loginHint = who.account.username;
      const known = await msal.signIn({ method: 'browser', tenant: tenantId, loginHint, signal });
      expectSameAccount(who.account, known.identity.account);
    }
  }

  return {
    tokens,

    async state({ withTenants } = {}) {
      await restored();
      if (phase === 'signed-in') {
        const listed = listAllTenants();
        if (withTenants) await orAbort(listed, withTenants);
      }
      return snapshot();
    },

    async signIn(method, ask) {
      await restored();
      signingIn.abort();
      signingIn = new AbortController();
      const mine = signingIn;
      const signal = AbortSignal.any([ask.signal, mine.signal]);
      const before = phase;
      phase = 'signing-in';
      await changed();
      try {
        await signInBy(method, { ...ask, signal }, before === 'expired' ? identity : null);
      } catch (error) {
        if (mine === signingIn) phase = before;
        await changed();
        throw error;
      }
      await listAllTenants();
      return changed();
    },

    async signInToTenant(tenantId, signal) {
      await restored();
      const who = identity;
      if (!who) throw signedOut();
      try {
        await enterTenant(who, tenantId, signal);
        tenants.signedIn(tenantId);
      } catch (error) {
        if (isAppError(error) && error.code === 'cancelled') throw error;
        tenants.failed(tenantId, error);
      }
      return changed();
    },

    async signOut() {
      await restored();
      signingIn.abort();
      signingIn = new AbortController();
      await msal.forgetEverybody();
      await forgetChosenSignIn(chosenFile);
      identity = null;
      memory.forget();
      phase = 'signed-out';
      tenants.startWith(null);
      return changed();
    },

    async consents(signal) {
      const { readConsents } = await import('./consents');
      await restored();
      return readConsents({ cloud, clientId, tenant, tokens, signal });
    },

    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async account(signal) {
      await orAbort(restored(), signal);
      if (!identity) throw signedOut();
      return identity.account;
    },

    close() {
      signingIn.abort();
      listeners.clear();
      msal.close();
    },
  };
}

function signedOut(): AppError {
  return new AppError('sign-in-required', 'You are not signed in. Sign in first.', { help: 'sign-in-again' });
}
