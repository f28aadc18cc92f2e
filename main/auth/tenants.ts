import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
  isRestError,
} from '@azure/core-rest-pipeline';
import { z } from 'zod';
import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Tenant } from '../../shared/session/session-state';
import type { Endpoint } from '../azure/endpoint';
import { azureCredential } from './azure-credential';
import { scopesFor } from './scopes';
import type { TokenSource } from './token-source';

const TenantsPage = z.object({
  value: z.array(
    z.object({
      tenantId: z.string(),
      displayName: z.string().optional(),
      defaultDomain: z.string().optional(),
    }),
  ),
  nextLink: z.string().optional(),
});

type FoundTenant = Pick<Tenant, 'id' | 'name' | 'domain'>;

/**
 * The tenants the account can see, by Azure Resource Manager: one request a page, signed in to none.
 *
 * @throws AppError `unreachable`, `access-denied` or what `TokenSource.getToken` throws.
 */
export async function listTenants(
  endpoint: Endpoint,
  tokens: TokenSource,
  signal: AbortSignal,
): Promise<FoundTenant[]> {
  const { cloud, trustedCertificate } = endpoint;
  const pipeline = createPipelineFromOptions({
    ...(trustedCertificate && { tlsOptions: { ca: trustedCertificate } }),
    retryOptions: { maxRetries: 1 },
  });
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({ credential: azureCredential(tokens), scopes: scopesFor(cloud, 'arm') }),
  );
  const client = createDefaultHttpClient();

  const readPage = async (url: string): Promise<z.infer<typeof TenantsPage>> => {
    const request = createPipelineRequest({ url, abortSignal: signal });
    const answer = await pipeline.sendRequest(client, request);
    if (answer.status !== 200) throw refused(answer.status);
    return TenantsPage.parse(JSON.parse(answer.bodyAsText ?? ''));
  };

  try {
    const tenants: FoundTenant[] = [];
    let url: string | undefined = `${cloud.arm}/tenants?api-version=2022-12-01`;
    while (url) {
      const page = await readPage(url);
      tenants.push(...page.value.map(tenantOf));
      url = page.nextLink;
    }
    return tenants;
  } catch (error) {
    throw isAppError(error) || !isRestError(error) ? error : unreachable(error);
  }
}

function tenantOf({ tenantId, displayName, defaultDomain }: z.infer<typeof TenantsPage>['value'][number]) {
  return { id: tenantId, name: displayName ?? defaultDomain ?? tenantId, domain: defaultDomain ?? null };
}

function refused(status: number): AppError {
  if (status === 401)
    return new AppError('sign-in-required', 'Your sign-in ran out while listing your tenants.', {
      help: 'sign-in-again',
    });
  if (status === 403)
    return new AppError('access-denied', 'Azure denied listing your tenants.', { help: 'azure-read-access' });
  return new AppError('unexpected', `Azure answered ${status} while listing your tenants. Try again later.`);
}

function unreachable(cause: Error): AppError {
  return new AppError(
    'unreachable',
    'Azure could not be reached while listing your tenants. Check the network, then try again.',
    { help: 'no-network', cause },
  );
}
