import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { AppError } from '../../shared/errors/app-error';
import type { DeviceCode, SignInMethod } from '../../shared/session/session-state';
import type { Endpoint } from '../azure/endpoint';
import { chooseAccount } from './accounts';
import { claimsAskedBy, explainEntraError } from './entra-errors';
import { deviceCode } from './flows/device-code';
import type { Flow } from './flows/flow';
import { systemBrowser } from './flows/system-browser';
import { httpsNetwork } from './https-network';
import type { Identity } from './identity';
import type { MsalClient } from './msal-client';
import { msalIdentity } from './msal-identity';
import { authorityFor, scopesFor } from './scopes';
import type { TokenCache } from './token-cache';

export interface MsalSignInOptions {
  readonly endpoint: Endpoint;
  readonly clientId: string | null;
  readonly tenant: string;
  readonly cache: TokenCache;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly log: (message: string) => void;
}

interface Ask {
  readonly method: 'browser' | 'device-code';
  /** Left out: the organisation's. */
  readonly tenant?: string;
  readonly loginHint: string | undefined;
  readonly signal: AbortSignal;
  readonly onDeviceCode?: ((code: DeviceCode) => void) | undefined;
}

/** Somebody signed in, and the name MSAL keeps them under. */
interface Known {
  readonly identity: Identity;
  readonly homeAccountId: string;
}

/** Signing in with our own app registration. MSAL is loaded at the first use: the terminal's help has no need of it. */
export interface MsalSignIn {
  /** Who was signed in before, without any request; null when nobody. */
  restore(
    method: SignInMethod,
    wanted: { preferredUsername?: string | undefined; lastHomeAccountId: string | null },
  ): Promise<Known | null>;
  /** @throws AppError, in the user's words. */
  signIn(ask: Ask): Promise<Known>;
  forgetEverybody(): Promise<void>;
  close(): void;
}

export function msalSignIn(options: MsalSignInOptions): MsalSignIn {
  const { endpoint, clientId, tenant, cache, openBrowser, log } = options;
  const { cloud } = endpoint;
  const network = httpsNetwork(endpoint.trustedCertificate);
  const flows: Readonly<Record<Ask['method'], Flow>> = {
    browser: systemBrowser(openBrowser),
    'device-code': deviceCode,
  };
  let loading: Promise<MsalClient> | null = null;
  /** What the last refusal asked of the next sign-in. */
  let claims: string | null = null;

  const client = (id: string) => {
    loading ??= import('./msal-client').then(({ createMsalClient }) =>
      createMsalClient({ endpoint, clientId: id, tenant, network, cache, log }),
    );
    return loading;
  };

  const knownAs = async (id: string, method: SignInMethod, account: AccountInfo): Promise<Known> => ({
    homeAccountId: account.homeAccountId,
    identity: msalIdentity({
      method,
      account,
      client: await client(id),
      cloud,
      networkFailure: network.lastFailure,
      onRefused: (error, asked) => {
        claims = claimsAskedBy(error) ?? asked ?? claims;
      },
    }),
  });

  async function run(id: string, ask: Ask): Promise<AuthenticationResult> {
    const { method, loginHint, signal, onDeviceCode } = ask;
    try {
      return await flows[method](await client(id), {
        authority: authorityFor(cloud, ask.tenant ?? tenant),
        scopes: scopesFor(cloud, 'arm'),
        alsoConsent: scopesFor(cloud, 'graph'),
        loginHint,
        claims: claims ?? undefined,
        signal,
        onDeviceCode,
      });
    } catch (error) {
      throw explainEntraError(error, {
        purpose: method === 'browser' ? 'signing in with the browser' : 'signing in with a device code',
        method,
        networkFailure: network.lastFailure(),
        refusal: network.lastRefusal(),
      });
    }
  }

  return {
    async restore(method, wanted) {
      if (!clientId) return null;
      const account = chooseAccount(await (await client(clientId)).getAllAccounts(), wanted);
      return account && knownAs(clientId, method, account);
    },

    async signIn(ask) {
      if (!clientId) throw notConfigured();
      const { account } = await run(clientId, ask);
      if (!account)
        throw new AppError('unexpected', 'Microsoft Entra ID did not say who signed in. Try again.');
      claims = null;
      return knownAs(clientId, ask.method, account);
    },

    async forgetEverybody() {
      if (clientId) {
        const msal = await client(clientId);
        for (const account of await msal.getAllAccounts()) await msal.signOut({ account });
      }
      await cache.clear();
    },

    close: network.close,
  };
}

function notConfigured(): AppError {
  return new AppError(
    'not-configured',
    'Signing in with the browser or a device code needs the client id of your organisation. Run entra-rdp setup with the file or link your organisation gave you, or use the Azure CLI’s sign-in.',
    { help: 'app-registration', missing: 'client id' },
  );
}
