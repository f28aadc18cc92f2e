import type { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { ComputeManagementClient } from '@azure/arm-compute';
import type { NetworkManagementClient } from '@azure/arm-network';
import type { ResourceGraphClient } from '@azure/arm-resourcegraph';
import type { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { TokenCredential } from '@azure/core-auth';
import type { Endpoint } from './endpoint';
import { httpOf } from './http-client';
import { jsonOnly, patience, retryOptions } from './http-policies';
import { once } from './once';
import { createRestReader, type RestReader } from './rest-reader';

/** Azure Resource Manager's clients for one tenant's tokens. Each SDK is loaded when it is first needed. */
export interface Arm {
  readonly compute: (subscriptionId: string) => Promise<ComputeManagementClient>;
  readonly network: (subscriptionId: string) => Promise<NetworkManagementClient>;
  readonly authorization: (subscriptionId: string) => Promise<AuthorizationManagementClient>;
  readonly resourceGraph: () => Promise<ResourceGraphClient>;
  readonly subscriptions: () => Promise<SubscriptionClient>;
  /** What the SDKs do awkwardly or not at all. */
  readonly read: RestReader['read'];
}

/** All clients of one endpoint, built alike: its address, its token scope, its trust, few retries. */
export function createArm(endpoint: Endpoint, credential: TokenCredential): Arm {
  const { arm } = endpoint.cloud;
  // The SDKs derive the scope from the global cloud, whatever the endpoint: in other clouds it must be said.
  const scope = `${arm}/.default`;
  const http = httpOf(endpoint);
  const optionsReady = once(async () => ({
    endpoint: arm,
    credentials: { scopes: [scope] },
    credentialScopes: scope,
    retryOptions,
    additionalPolicies: [
      { policy: patience, position: 'perRetry' as const },
      { policy: jsonOnly, position: 'perRetry' as const },
    ],
    ...http.trust,
    httpClient: await http.client(),
  }));

  return {
    compute: oncePerSubscription(async (subscriptionId) => {
      const sdk = await import('@azure/arm-compute');
      return new sdk.ComputeManagementClient(credential, subscriptionId, await optionsReady());
    }),
    network: oncePerSubscription(async (subscriptionId) => {
      await turn();
      const sdk = await import('@azure/arm-network');
      return new sdk.NetworkManagementClient(credential, subscriptionId, await optionsReady());
    }),
    authorization: oncePerSubscription(async (subscriptionId) => {
      await turn();
      const sdk = await import('@azure/arm-authorization');
      return new sdk.AuthorizationManagementClient(credential, subscriptionId, await optionsReady());
    }),
    resourceGraph: once(async () => {
      await turn();
      const sdk = await import('@azure/arm-resourcegraph');
      return new sdk.ResourceGraphClient(credential, await optionsReady());
    }),
    subscriptions: once(async () => {
      await turn();
      const sdk = await import('@azure/arm-resources-subscriptions');
      return new sdk.SubscriptionClient(credential, await optionsReady());
    }),
    read: createRestReader({ origin: arm, scope, credential, http }).read,
  };
}

/**
 * Loading an SDK is tens of milliseconds of computing. The VM's comes first, as most of a pre-flight waits for the
 * VM; each of the others takes a turn of its own, so that requests which are ready leave before it.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function oncePerSubscription<T>(create: (subscriptionId: string) => Promise<T>) {
  const clients = new Map<string, Promise<T>>();
  return (subscriptionId: string): Promise<T> => {
    const client = clients.get(subscriptionId) ?? create(subscriptionId);
    clients.set(subscriptionId, client);
    return client;
  };
}
