import type { SessionState } from '../../shared/session/session-state';
import type { Endpoint } from '../azure/endpoint';
import type { TokenAccount } from './identity';
import type { RunAzureCli } from './run-azure-cli';
import type { SecretStore } from './secret-store';
import type { Session } from './session';
import type { CacheLog } from './token-cache';
import type { TokenSource } from './token-source';

export interface SessionOptions {
  readonly mode: 'real' | 'demo';
  readonly endpoint: Endpoint;
  /** Of our own app registration; null until setup, when only the Azure CLI's sign-in can be used. */
  readonly clientId: string | null;
  /** A tenant id, a verified domain, or null for any organisation. */
  readonly tenant: string | null;
  /** The organisation's name. */
  readonly organisation: string | null;
  /** Where the sign-in is kept, encrypted; an owner-only folder that is made when needed. */
  readonly folder: string;
  readonly secretStore: SecretStore;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly azureCli: RunAzureCli;
  readonly demoAccounts: SessionState['demoAccounts'];
  /** The account to go on with, or to sign in as, where several are known. */
  readonly preferredUsername?: string | undefined;
  readonly log: CacheLog;
}

export interface OpenSession extends Session {
  readonly tokens: TokenSource;
  /** The account and the tenant its tokens are for. @throws AppError `sign-in-required`. */
  account(signal: AbortSignal): Promise<TokenAccount>;
  close(): void;
}
