import { LogLevel, PublicClientApplication } from '@azure/msal-node';
import type { Endpoint } from '../azure/endpoint';
import type { EntraNetwork } from './https-network';
import { authorityFor } from './scopes';
import type { TokenCache } from './token-cache';

/** The part of MSAL this product uses. Flows and tests need no more than this. */
export type MsalClient = Pick<
  PublicClientApplication,
  'acquireTokenInteractive' | 'acquireTokenByDeviceCode' | 'acquireTokenSilent' | 'getAllAccounts' | 'signOut'
>;

export interface MsalOptions {
  readonly endpoint: Endpoint;
  readonly clientId: string;
  /** A tenant id, a verified domain, or `organizations`. */
  readonly tenant: string;
  readonly network: EntraNetwork;
  readonly cache: TokenCache;
  readonly log: (message: string) => void;
}

export function createMsalClient(options: MsalOptions): MsalClient {
  const { endpoint, clientId, tenant, network, cache, log } = options;
  return new PublicClientApplication({
    auth: {
      clientId,
      authority: authorityFor(endpoint.cloud, tenant),
      // Microsoft's own hosts are known to MSAL; another one would be looked up at Microsoft first.
      ...(endpoint.trustedCertificate && { knownAuthorities: [new URL(endpoint.cloud.authority).host] }),
      // Continuous access evaluation: we can answer claims challenges, so tokens may be revoked at once.
      clientCapabilities: ['CP1'],
    },
    cache: { cachePlugin: cache.plugin },
    system: {
      networkClient: network,
      loggerOptions: {
        logLevel: LogLevel.Warning,
        piiLoggingEnabled: false,
        loggerCallback: (_level, message) => log(message),
      },
    },
  });
}
