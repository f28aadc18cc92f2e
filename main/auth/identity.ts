import type { Account } from '../../shared/entra/account';
import type { SignInMethod } from '../../shared/session/session-state';
import type { AccessToken, TokenRequest } from './token-source';

/** Who is signed in, as the tokens say: Microsoft Graph may know more. */
export type TokenAccount = Omit<Account, 'userType'>;

/** Someone signed in, by whichever way. Never asks the person anything. */
export interface Identity {
  readonly method: SignInMethod;
  readonly account: TokenAccount;
  /** Tenants a token was already given for. */
  tenantsSignedInTo(): Promise<readonly string[]>;
  /** @throws as `TokenSource.getToken` does. */
  getToken(request: TokenRequest): Promise<AccessToken>;
  /** Forgets what this product keeps of it. */
  signOut(): Promise<void>;
}
