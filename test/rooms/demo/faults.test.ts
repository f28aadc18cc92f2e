import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vmListQuery } from '../../../main/azure/queries';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { type SignedIn, signIn, startContoso } from './support';

describe('what goes wrong on purpose', () => {
  let demo: DemoAzure;
  let ada: SignedIn;
  beforeAll(async () => {
    demo = await startContoso();
    ada = await signIn(demo, 'ada@contoso.example');
  });
  afterAll(() => demo.close());

  const subscriptions = () => ada.arm('/subscriptions?api-version=2022-12-01');

  it('refuses Resource Graph', async () => {
    demo.state.faults.resourceGraphRefused = true;
    const answer = await ada.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
      method: 'POST',
      body: { query: vmListQuery },
    });
    demo.state.faults.resourceGraphRefused = false;
    expect(answer.status).toBe(403);
  });

  it('throttles, and says for how long', async () => {
    demo.state.faults.throttled = 2;
    demo.state.faults.retryAfterSeconds = 7;
    const answers = [await subscriptions(), await subscriptions(), await subscriptions()];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers['retry-after']).toBe('7');
  });

  it('finds a token expired', async () => {
    demo.state.faults.expiredTokens = 1;
    const answer = await subscriptions();
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('ExpiredAuthenticationToken');
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('finds a token revoked from the moment its account was', async () => {
    demo.state.revokedBefore.set('ada@contoso.example', Date.now() + 60_000);
    expect((await subscriptions()).status).toBe(401);
    expect((await ada.graph('/v1.0/me')).status).toBe(401);
    demo.state.revokedBefore.clear();
    expect((await subscriptions()).status).toBe(200);
  });

  it('fails as servers do', async () => {
    demo.state.faults.serverErrors = 1;
    expect((await subscriptions()).status).toBe(500);
    demo.state.faults.graphUnavailable = true;
    expect((await ada.graph('/v1.0/me')).status).toBe(503);
    demo.state.faults.graphUnavailable = false;
  });

  it('refuses the permissions API alone', async () => {
    demo.state.faults.permissionsRefused = true;
    const vm = demo.tenant.virtualMachines[0]?.id;
    const path = `${vm}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
    expect((await ada.arm(path)).text).toContain('Microsoft.Authorization/permissions/read');
    demo.state.faults.permissionsRefused = false;
    expect((await ada.arm(path)).status).toBe(200);
  });

  it('leaves what the tenant file says untouched', () => {
    expect(demo.tenant.faults.throttled).toBe(0);
    expect(demo.tenant.faults.retryAfterSeconds).toBe(1);
  });

  it('counts what was asked, without tokens or bodies', async () => {
    const before = demo.requests.byKind.graph;
    await ada.graph('/v1.0/me');
    expect(demo.requests.byKind.graph).toBe(before + 1);
    expect(demo.requests.recent.at(-1)).toEqual({ kind: 'graph', what: 'GET /v1.0/me', status: 200 });
    expect(JSON.stringify(demo.requests)).not.toContain('eyJ');
  });

  it('answers an over-long body with 413 and goes on', async () => {
    const answer = await ada.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
      method: 'POST',
      body: { query: 'x'.repeat(1_100_000) },
    });
    expect(answer.status).toBe(413);
    expect((await subscriptions()).status).toBe(200);
  });

  it('answers nothing any more once it is closed', async () => {
    const other = await startContoso();
    const lin = await signIn(other, 'lin@contoso.example');
    await other.close();
    await expect(lin.arm('/subscriptions?api-version=2022-12-01')).rejects.toMatchObject({
      code: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) as string,
    });
  });
});
