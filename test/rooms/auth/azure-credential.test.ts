import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { azureCredential } from '../../../main/auth/azure-credential';
import type { AccessToken, TokenRequest } from '../../../main/auth/token-source';
import { type DemoAzure, startDemoAzure } from '../../../main/demo/demo-azure';
import { contosoTenant } from '../../../main/demo/load-demo-tenant';
import { never, openSession } from './support';

let demo: DemoAzure;
beforeAll(async () => {
  demo = await startDemoAzure({ tenant: contosoTenant() });
});
afterAll(() => demo.close());

it("answers ARM's claims challenge with one more token and one more try", async () => {
  const session = await openSession(demo, 'ada@contoso.example');
  await session.signIn('browser', { signal: never() });
  const asked: TokenRequest[] = [];
  const tokens = {
    getToken(request: TokenRequest): Promise<AccessToken> {
      asked.push(request);
      return session.tokens.getToken(request);
    },
  };
  const pipeline = createPipelineFromOptions({ tlsOptions: { ca: demo.trustedCertificate } });
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({
      credential: azureCredential(tokens, demo.tenant.id),
      scopes: 'https://management.azure.com/.default',
    }),
  );
  demo.state.faults.claimsChallenges = 1;
  const answer = await pipeline.sendRequest(
    createDefaultHttpClient(),
    createPipelineRequest({ url: `${demo.cloud.arm}/subscriptions?api-version=2022-12-01` }),
  );
  expect(answer.status).toBe(200);
  expect(asked.map(({ audience, tenantId, claims }) => [audience, tenantId, typeof claims])).toEqual([
    ['arm', demo.tenant.id, 'undefined'],
    ['arm', demo.tenant.id, 'string'],
  ]);
  session.close();
});

it('passes the tenant of the SDK, the claims and the abort signal on', async () => {
  const asked: TokenRequest[] = [];
  const credential = azureCredential(
    {
      async getToken(request) {
        asked.push(request);
        return { token: 'a token', expiresAt: 12_345, tenantId: 'there' };
      },
    },
    'here',
    'graph',
    ['Device.Read.All'],
  );
  const { signal } = new AbortController();
  const token = await credential.getToken('https://ignored/.default', {
    tenantId: 'there',
    claims: '{}',
    enableCae: true,
    abortSignal: signal,
  });
  expect(token).toEqual({ token: 'a token', expiresOnTimestamp: 12_345 });
  expect(asked).toEqual([
    { audience: 'graph', tenantId: 'there', scopes: ['Device.Read.All'], claims: '{}', signal },
  ]);
});
