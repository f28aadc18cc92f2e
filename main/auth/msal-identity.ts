import type { AccountInfo } from '@azure/msal-node';
import type { Cloud } from '../../shared/azure/cloud';
import type { SignInMethod } from '../../shared/session/session-state';
import { tokenAccountOf } from './accounts';
import { explainEntraError } from './entra-errors';
import type { Identity } from './identity';
import type { MsalClient } from './msal-client';
import { orAbort } from './or-abort';
import { authorityFor, scopesFor } from './scopes';

interface MsalSignIn {
  readonly method: SignInMethod;
  readonly account: AccountInfo;
  readonly client: MsalClient;
  readonly cloud: Cloud;
  readonly networkFailure: () => Error | null;
  /** Told why a token was refused, and which claims it was asked with. */
  readonly onRefused: (error: unknown, claims: string | undefined) => void;
}

/** Someone MSAL knows: tokens come from its cache, else from the refresh token, never from the person. */
export function msalIdentity(signIn: MsalSignIn): Identity {
  const { method, account, client, cloud, networkFailure, onRefused } = signIn;
  return {
    method,
    account: tokenAccountOf(account),

    async tenantsSignedInTo() {
      const known = (await client.getAllAccounts()).find(
        ({ homeAccountId }) => homeAccountId === account.homeAccountId,
      );
      return [account.tenantId, ...(known?.tenantProfiles?.keys() ?? [])];
    },

    async getToken({ audience, tenantId = account.tenantId, scopes, claims, signal }) {
      const permissions = audience === 'graph' ? (scopes ?? ['User.Read']) : ['user_impersonation'];
      const result = client.acquireTokenSilent({
        // MSAL looks its cache up by the account's tenant, whatever the authority says.
        account: { ...account, tenantId },
        authority: authorityFor(cloud, tenantId),
        scopes: scopesFor(cloud, audience, scopes),
        ...(claims && { claims }),
      });
      try {
        const { accessToken, expiresOn, tenantId: answeredFor } = await orAbort(result, signal);
        return { token: accessToken, expiresAt: expiresOn?.getTime() ?? 0, tenantId: answeredFor };
      } catch (error) {
        onRefused(error, claims);
        throw explainEntraError(error, {
          purpose: `getting a token for ${audience === 'arm' ? 'Azure' : 'Microsoft Graph'}`,
          method,
          permissions,
          networkFailure: networkFailure(),
        });
      }
    },

    async signOut() {
      await client.signOut({ account });
    },
  };
}
