import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { demoBrowser } from '../../../main/demo/entra-browser';
import { never, noAzureCli, openSession, payloadOf, post, refusal, startTroubledContoso } from './support';

let demo: DemoAzure;
beforeAll(async () => {
  demo = await startTroubledContoso();
});
afterAll(() => demo.close());

const ada = 'ada@contoso.example';

async function signedIn(username: string) {
  const session = await openSession(demo, username);
  await session.signIn('browser', { signal: never() });
  return session;
}

function tokenRequests(): number {
  return demo.requests.recent.filter(({ what }) => what.endsWith('/oauth2/v2.0/token')).length;
}

describe('signing in with the browser', () => {
  it('ends signed in, with the tenants listed and the sign-in kept', async () => {
    const session = await openSession(demo, ada);
    const before = await session.state();
    const phases: string[] = [];
    session.onChanged(({ phase }) => phases.push(phase));
    const after = await session.signIn('browser', { signal: never() });

    expect(before).toMatchObject({ phase: 'signed-out', account: null, isConfigured: true });
    expect(after).toMatchObject({
      phase: 'signed-in',
      cloud: 'global',
      organisation: 'Contoso',
      storage: 'keychain',
      account: {
        username: ada,
        displayName: 'Ada Lovelace',
        homeTenantId: demo.tenant.id,
        method: 'browser',
      },
      tenants: [{ id: demo.tenant.id, name: 'Contoso', domain: 'contoso.example', state: 'signed-in' }],
    });
    expect(phases[0]).toBe('signing-in');
    expect(phases.at(-1)).toBe('signed-in');
    session.close();
  });

  it('says whose tokens they are, by object id and tenant', async () => {
    const session = await signedIn(ada);
    expect(await session.account(never())).toEqual({
      username: ada,
      displayName: 'Ada Lovelace',
      objectId: demo.account(ada)?.objectId,
      homeTenantId: demo.tenant.id,
      tenantId: demo.tenant.id,
    });
    session.close();
  });

  it("knows a guest by another home than the token's tenant", async () => {
    const session = await signedIn('guest_fabrikam.example#EXT#@contoso.example');
    expect(await session.account(never())).toMatchObject({
      homeTenantId: 'f4b71ca0-0000-4000-a000-0000000fab01',
      tenantId: demo.tenant.id,
    });
    session.close();
  });

  it('declared that it can answer claims challenges (CP1)', async () => {
    const session = await signedIn(ada);
    const { token } = await session.tokens.getToken({ audience: 'arm' });
    expect(payloadOf(token)).toMatchObject({ xms_cc: ['CP1'], scp: 'user_impersonation' });
    session.close();
  });

  it('is refused in words when the person declines the permissions', async () => {
    const session = await openSession(demo, 'denying@contoso.example');
    const error = await refusal(session.signIn('browser', { signal: never() }));
    expect(error).toMatchObject({ code: 'access-denied', help: 'sign-in-again' });
    expect(error.message).toContain('declined');
    expect((await session.state()).phase).toBe('signed-out');
    session.close();
  });

  it('names setup when there is no client id', async () => {
    const session = await openSession(demo, ada, { clientId: null });
    const error = await refusal(session.signIn('browser', { signal: never() }));
    expect(error).toMatchObject({ code: 'not-configured', help: 'app-registration' });
    expect(error.message).toContain('setup');
    expect((await session.state()).isConfigured).toBe(false);
    session.close();
  });

  it('names the set-up when the client id is not registered in the tenant', async () => {
    const session = await openSession(demo, ada, { clientId: '11111111-1111-4111-8111-111111111111' });
    const error = await refusal(session.signIn('browser', { signal: never() }));
    expect(error).toMatchObject({ code: 'not-configured', help: 'app-registration' });
    session.close();
  });

  it('stops when it is cancelled, and can be tried again at once', async () => {
    const cancelling = new AbortController();
    const session = await openSession(demo, ada, {
      openBrowser: async () => cancelling.abort(),
    });
    const error = await refusal(session.signIn('browser', { signal: cancelling.signal }));
    expect(error.code).toBe('cancelled');
    expect((await session.state()).phase).toBe('signed-out');
    session.close();
  });

  it('is ended by a second sign-in, which is the one that counts', async () => {
    let opened = 0;
    let isOpen: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      isOpen = resolve;
    });
    const session = await openSession(demo, ada, {
      openBrowser: async (url) => {
        opened += 1;
        if (opened === 1) return isOpen();
        await demoBrowser(demo.trustedCertificate)(url);
      },
    });
    const first = refusal(session.signIn('browser', { signal: never() }));
    await started;
    const second = await session.signIn('browser', { signal: never() });
    expect((await first).code).toBe('cancelled');
    expect(second.phase).toBe('signed-in');
    session.close();
  });

  it('keeps its own trust: without the certificate Entra ID is unreachable', async () => {
    const session = await openSession(demo, ada, { endpoint: { cloud: demo.cloud } });
    const error = await refusal(session.signIn('browser', { signal: never() }));
    expect(error).toMatchObject({ code: 'unreachable', help: 'no-network' });
    session.close();
  });
});

describe('tokens', () => {
  it('come from the cache without a request, and identical calls share one', async () => {
    const session = await signedIn(ada);
    const before = tokenRequests();
    await session.tokens.getToken({ audience: 'arm' });
    expect(tokenRequests()).toBe(before);

    const graph = () => session.tokens.getToken({ audience: 'graph', scopes: ['Device.Read.All'] });
    const [one, two, three] = await Promise.all([graph(), graph(), graph()]);
    expect(tokenRequests()).toBe(before + 1);
    expect(new Set([one.token, two.token, three.token]).size).toBe(1);
    expect(payloadOf(one.token)).toMatchObject({ aud: demo.cloud.graph, scp: 'Device.Read.All' });
    session.close();
  });

  it('are fetched anew when they run out', async () => {
    const session = await signedIn('short@contoso.example');
    const first = await session.tokens.getToken({ audience: 'arm' });
    const second = await session.tokens.getToken({ audience: 'arm' });
    expect(second.token).not.toBe(first.token);
    expect((await session.state()).phase).toBe('signed-in');
    session.close();
  });

  it('name the permission nobody consented to', async () => {
    const session = await signedIn(ada);
    const error = await refusal(session.tokens.getToken({ audience: 'graph', scopes: ['Policy.Read.All'] }));
    expect(error).toMatchObject({
      code: 'access-denied',
      help: 'admin-consent',
      missing: 'Policy.Read.All (Microsoft Graph, admin consent)',
    });
    expect((await session.state()).phase).toBe('signed-in');
    session.close();
  });

  it('end with the sign-in when it is revoked, and come back with a new one', async () => {
    const username = 'revoked@contoso.example';
    const session = await signedIn(username);
    const account = demo.account(username);
    if (account) account.signIn.revoked = true;
    const error = await refusal(session.tokens.getToken({ audience: 'graph' }));
    expect(error).toMatchObject({ code: 'sign-in-required', help: 'sign-in-again' });
    expect((await session.state()).phase).toBe('expired');

    if (account) account.signIn.revoked = false;
    const again = await session.signIn('browser', { signal: never() });
    expect(again.phase).toBe('signed-in');
    expect((await session.tokens.getToken({ audience: 'graph' })).token).not.toBe('');
    session.close();
  });

  it('that ran out lead back to the same account, without choosing it again', async () => {
    const username = 'revoked@contoso.example';
    const addresses: URL[] = [];
    const browser = demoBrowser(demo.trustedCertificate);
    const session = await openSession(demo, undefined, {
      openBrowser: (url) => {
        addresses.push(new URL(url));
        return browser(url);
      },
    });
    demo.state.chosenAccount = username;
    await session.signIn('browser', { signal: never() });
    demo.state.chosenAccount = null;
    demo.state.revokedBefore.set(username, Date.now() + 1);
    await refusal(session.tokens.getToken({ audience: 'graph' }));
    await session.signIn('browser', { signal: never() });
    demo.state.revokedBefore.delete(username);

    const [first, second] = addresses.map(({ searchParams }) => searchParams);
    expect([first?.get('login_hint'), first?.get('prompt')]).toEqual([null, 'select_account']);
    expect([second?.get('login_hint'), second?.get('prompt')]).toEqual([username, null]);
    session.close();
  });

  it('ask for a second factor once, and the next sign-in gives it', async () => {
    const session = await signedIn('mfa@contoso.example');
    const error = await refusal(session.tokens.getToken({ audience: 'graph' }));
    expect(error).toMatchObject({ code: 'sign-in-required', help: 'sign-in-again' });
    expect(error.message).toContain('multifactor');

    await session.signIn('browser', { signal: never() });
    expect((await session.tokens.getToken({ audience: 'graph' })).tenantId).toBe(demo.tenant.id);
    session.close();
  });

  it('answer a claims challenge: what was asked for is in the new token', async () => {
    const session = await signedIn(ada);
    const nbf = Math.floor(Date.now() / 1000) - 5;
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: String(nbf) } } });
    const old = await session.tokens.getToken({ audience: 'arm' });
    const fresh = await session.tokens.getToken({ audience: 'arm', claims });
    expect(fresh.token).not.toBe(old.token);
    expect(payloadOf(fresh.token)).toMatchObject({ nbf, xms_cc: ['CP1'] });
    session.close();
  });

  it('of a stronger kind need the person, whose next sign-in brings the claims along', async () => {
    const session = await signedIn(ada);
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const error = await refusal(session.tokens.getToken({ audience: 'arm', claims }));
    expect(error.code).toBe('sign-in-required');
    await session.signIn('browser', { signal: never() });
    const { token } = await session.tokens.getToken({ audience: 'arm', claims });
    expect(payloadOf(token)).toMatchObject({ acrs: ['c1'] });
    session.close();
  });

  it('are not waited for once the caller gives up', async () => {
    const session = await signedIn(ada);
    const error = await refusal(session.tokens.getToken({ audience: 'arm', signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
    session.close();
  });

  it('are refused to nobody: signed out is said as such', async () => {
    const session = await openSession(demo, ada);
    expect(await refusal(session.tokens.getToken({ audience: 'arm' }))).toMatchObject({
      code: 'sign-in-required',
      help: 'sign-in-again',
    });
    session.close();
  });

  it('say that Entra ID cannot be reached when it is down', async () => {
    const session = await signedIn(ada);
    demo.state.faults.authorityUnavailable = true;
    const error = await refusal(session.tokens.getToken({ audience: 'graph', scopes: ['User.Read'] }));
    demo.state.faults.authorityUnavailable = false;
    expect(error).toMatchObject({ code: 'unreachable', help: 'no-network' });
    expect((await session.state()).phase).toBe('signed-in');
    session.close();
  });
});

describe('signing in with a device code', () => {
  const approve = (userCode: string, username: string, action = 'approve') =>
    post(demo, '/device', { user_code: userCode, username, action });

  it('shows where to go and what to type, and ends when the code was entered', async () => {
    const session = await openSession(demo, undefined);
    const after = await session.signIn('device-code', {
      signal: never(),
      onDeviceCode: ({ userCode, verificationUri, expiresAt }) => {
        expect(verificationUri).toBe(`${demo.cloud.authority}/device`);
        expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
        void approve(userCode, ada);
      },
    });
    expect(after).toMatchObject({ phase: 'signed-in', account: { username: ada, method: 'device-code' } });
    session.close();
  });

  it('says so when the organisation blocks it', async () => {
    const session = await openSession(demo, undefined);
    const error = await refusal(
      session.signIn('device-code', {
        signal: never(),
        onDeviceCode: ({ userCode }) => void approve(userCode, 'blocked@contoso.example'),
      }),
    );
    expect(error).toMatchObject({ code: 'access-denied', help: 'blocked-device-code' });
    session.close();
  });

  it('says so when the person declines', async () => {
    const session = await openSession(demo, undefined);
    const error = await refusal(
      session.signIn('device-code', {
        signal: never(),
        onDeviceCode: ({ userCode }) => void approve(userCode, ada, 'decline'),
      }),
    );
    expect(error).toMatchObject({ code: 'access-denied', help: 'sign-in-again' });
    session.close();
  });

  it('stops when it is cancelled', async () => {
    const cancelling = new AbortController();
    const session = await openSession(demo, undefined);
    const error = await refusal(
      session.signIn('device-code', { signal: cancelling.signal, onDeviceCode: () => cancelling.abort() }),
    );
    expect(error.code).toBe('cancelled');
    session.close();
  });
});

describe('signing out', () => {
  it('forgets the account and its tokens', async () => {
    const session = await signedIn(ada);
    const after = await session.signOut();
    expect(after).toMatchObject({ phase: 'signed-out', account: null, tenants: [] });
    expect((await refusal(session.tokens.getToken({ audience: 'arm' }))).code).toBe('sign-in-required');
    session.close();
  });

  it('does nothing wrong when nobody was signed in', async () => {
    const session = await openSession(demo, ada, { azureCli: noAzureCli });
    expect((await session.signOut()).phase).toBe('signed-out');
    session.close();
  });
});
