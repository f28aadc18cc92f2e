import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoAzure, startDemoAzure } from '../../../main/demo/demo-azure';
import { demoTenantFrom } from '../../../main/demo/load-demo-tenant';
import { microsoftClientIds } from '../../../shared/settings/microsoft-client-ids';
import { never, openSession, refusal } from './support';

const ada = 'ada@contoso.example';
const strange = '99999999-9999-4999-8999-999999999999';
const sister = '5157e600-0000-4000-a000-000000005157';

let demo: DemoAzure;
beforeAll(async () => {
  const tenant = demoTenantFrom(
    { extends: 'contoso', subscriptions: [{ name: 'Sister company', tenantId: sister }] },
    'the test',
  );
  demo = await startDemoAzure({ tenant });
});
afterAll(() => demo.close());

async function signedIn(username: string, clientId = demo.tenant.clientId) {
  const session = await openSession(demo, username, { clientId });
  await session.signIn('browser', { signal: never() });
  return session;
}

describe('tenants', () => {
  it('are signed in to on demand, and tokens are per tenant', async () => {
    const session = await signedIn(ada);
    const state = await session.signInToTenant(sister, never());
    expect(state.tenants).toContainEqual(expect.objectContaining({ id: sister, state: 'signed-in' }));

    const there = await session.tokens.getToken({ audience: 'arm', tenantId: sister });
    const home = await session.tokens.getToken({ audience: 'arm' });
    expect([there.tenantId, home.tenantId]).toEqual([sister, demo.tenant.id]);
    session.close();
  });

  it('fail alone: the others stay as they were', async () => {
    const session = await signedIn(ada);
    const state = await session.signInToTenant(strange, never());
    expect(state).toMatchObject({ phase: 'signed-in', account: { username: ada } });
    expect(state.tenants).toEqual([
      { id: demo.tenant.id, name: 'Contoso', domain: 'contoso.example', state: 'signed-in', because: null },
      {
        id: strange,
        name: strange,
        domain: null,
        state: 'failed',
        because: expect.stringContaining('AADSTS90002'),
      },
    ]);
    expect((await session.tokens.getToken({ audience: 'arm' })).token).not.toBe('');
    session.close();
  });

  it('refuse an account that does not belong there, in their own entry', async () => {
    const session = await signedIn(ada);
    const fabrikam = 'f4b71ca0-0000-4000-a000-0000000fab01';
    const { phase, tenants } = await session.signInToTenant(fabrikam, never());
    expect(phase).toBe('signed-in');
    expect(tenants.find(({ id }) => id === fabrikam)).toMatchObject({
      state: 'failed',
      because: expect.stringContaining('not known in the tenant'),
    });
    session.close();
  });

  it('that cannot be listed hide nothing of the sign-in', async () => {
    demo.state.faults.serverErrors = 5;
    const session = await signedIn(ada);
    demo.state.faults.serverErrors = 0;
    expect(await session.state()).toMatchObject({
      phase: 'signed-in',
      tenants: [{ id: demo.tenant.id, state: 'signed-in' }],
    });
    expect(session.logged.join()).toContain('tenants could not be listed');
    session.close();
  });

  it('cannot be signed in to by nobody', async () => {
    const session = await openSession(demo, ada);
    expect((await refusal(session.signInToTenant(sister, never()))).code).toBe('sign-in-required');
    session.close();
  });
});

describe('consents', () => {
  it('say what is granted, what is missing, and which checks that costs', async () => {
    const session = await signedIn(ada);
    const { consents, adminConsentUrl, request, help } = await session.consents(never());
    expect(consents.map(({ permission, isGranted }) => [permission, isGranted])).toEqual([
      ['user_impersonation', true],
      ['User.Read', true],
      ['User.ReadBasic.All', false],
      ['Device.Read.All', true],
      ['Application.Read.All', false],
      ['Policy.Read.All', false],
    ]);
    expect(consents.at(-1)).toMatchObject({
      needsAdmin: true,
      costs: expect.arrayContaining(['conditional-access-allows-the-route', 'per-user-mfa-is-off']),
    });
    expect(adminConsentUrl).toBe(
      `${demo.cloud.authority}/${demo.tenant.id}/adminconsent?client_id=${demo.tenant.clientId}`,
    );
    expect(request).toContain('Policy.Read.All');
    expect(request).not.toContain('Device.Read.All');
    expect(request).toContain(adminConsentUrl ?? '');
    expect(help).toBe('admin-consent');
    session.close();
  });

  it('have nothing to ask for where everything is granted', async () => {
    const session = await signedIn('hedy@contoso.example');
    const { consents, request } = await session.consents(never());
    expect(consents.every(({ isGranted }) => isGranted)).toBe(true);
    expect(request).toBe('Everything Entra RDP asks for is granted.');
    session.close();
  });

  it('cannot be known while signed out', async () => {
    const session = await openSession(demo, ada, { clientId: null });
    const { consents, adminConsentUrl, help } = await session.consents(never());
    expect(new Set(consents.map(({ isGranted }) => isGranted))).toEqual(new Set([null]));
    expect(adminConsentUrl).toBeNull();
    expect(help).toBe('app-registration');
    session.close();
  });

  it("of Microsoft's own client ids are refused as Entra ID refuses them (AADSTS65002)", async () => {
    const session = await signedIn(ada, microsoftClientIds[0]?.appId);
    const error = await refusal(session.tokens.getToken({ audience: 'graph', scopes: ['Policy.Read.All'] }));
    expect(error).toMatchObject({ code: 'not-configured', help: 'app-registration' });
    session.close();
  });
});
