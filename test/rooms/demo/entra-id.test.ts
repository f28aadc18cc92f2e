import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoAzure, startDemoAzure } from '../../../main/demo/demo-azure';
import { demoTenantFrom } from '../../../main/demo/load-demo-tenant';

let demo: DemoAzure;
beforeAll(async () => {
  const strange = { username: 'eve@contoso.example', displayName: '<b>Eve</b> & "friends"' };
  demo = await startDemoAzure({
    tenant: demoTenantFrom({ extends: 'contoso', accounts: [strange] }, 'the test'),
  });
});
afterAll(() => demo.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  json(): Record<string, unknown>;
}

function ask(path: string, form?: Record<string, string>): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const outgoing = request(
      `${demo.cloud.authority}${path}`,
      { method: body === undefined ? 'GET' : 'POST', agent: false, ca: demo.trustedCertificate, headers },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            text,
            json: () => JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const asked = (changes: Record<string, string> = {}) =>
  `/${demo.tenant.id}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: demo.tenant.clientId,
    redirect_uri: 'http://localhost:1234',
    response_type: 'code',
    response_mode: 'form_post',
    state: 'a state',
    scope: `${demo.cloud.arm}/user_impersonation openid profile offline_access`,
    code_challenge: 'LpAzjXMYN1wl3Kl3Ff1VkbP9ZJS_bPz63NVTn0nSeyY',
    code_challenge_method: 'S256',
    ...changes,
  })}`;

const fieldOf = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

describe('the sign-in page', () => {
  it('lets the person choose, with names that cannot become markup', async () => {
    const { status, text } = await ask(asked());
    expect(status).toBe(200);
    expect(text).toContain('Pick an account of Contoso');
    expect(text).toContain('login_hint=ada%40contoso.example');
    expect(text).toContain('&lt;b&gt;Eve&lt;/b&gt; &amp; &quot;friends&quot;');
    expect(text).not.toContain('<b>Eve');
  });

  it.each([
    ['a login hint', { login_hint: 'ada@contoso.example' }],
    ['a domain hint', { domain_hint: 'contoso.example' }],
  ])('goes straight through with %s, by a form that posts itself', async (_, hint) => {
    const { text } = await ask(asked(hint));
    expect(text).toContain('<form method="POST" action="http://localhost:1234">');
    expect(text).toContain('document.forms[0].submit()');
    expect(fieldOf(text, 'state')).toBe('a state');
    expect(fieldOf(text, 'code')).not.toBe('');
  });

  it.each([
    ['another host', 'https://evil.example'],
    ['a host that only looks like it', 'http://localhost.evil.example:80'],
    ['a script', 'javascript:alert(1)'],
  ])('hands nothing to %s', async (_, redirect) => {
    const { status, text } = await ask(asked({ redirect_uri: redirect, login_hint: 'ada@contoso.example' }));
    expect(status).toBe(400);
    expect(text).toContain('AADSTS50011');
    expect(text).not.toContain('<form');
  });
});

describe('the token endpoint', () => {
  const redeem = async (changes: Record<string, string> = {}) => {
    const { text } = await ask(asked({ login_hint: 'ada@contoso.example' }));
    const form = {
      grant_type: 'authorization_code',
      client_id: demo.tenant.clientId,
      code: fieldOf(text, 'code'),
      redirect_uri: 'http://localhost:1234',
      code_verifier: 'the verifier',
      scope: `${demo.cloud.arm}/user_impersonation openid`,
      ...changes,
    };
    const path = `/${demo.tenant.id}/oauth2/v2.0/token`;
    return { form, path, answer: await ask(path, form) };
  };

  it('refuses a code without the verifier it was asked for with', async () => {
    const { answer } = await redeem();
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant', error_codes: [501481] });
  });

  it('refuses a code that was used', async () => {
    const { form, path } = await redeem();
    expect((await ask(path, form)).json()).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  it.each([
    ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a refresh token of nobody', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
    ['a device code of nobody', { grant_type: 'device_code', device_code: 'x' }, 'bad_verification_code'],
    [
      'the same, spelt out',
      { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' },
      'bad_verification_code',
    ],
  ])('refuses %s', async (_, form, error) => {
    const answer = await ask(`/${demo.tenant.id}/oauth2/v2.0/token`, form);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error });
  });
});

describe('what MSAL and the Azure CLI look up', () => {
  it('is at the well-known addresses of every tenant name', async () => {
    for (const tenant of [demo.tenant.id, 'contoso.example', 'organizations', 'common']) {
      const found = (await ask(`/${tenant}/v2.0/.well-known/openid-configuration`)).json();
      expect(found).toMatchObject({
        token_endpoint: `${demo.cloud.authority}/${tenant}/oauth2/v2.0/token`,
        issuer: expect.stringContaining(demo.cloud.authority),
      });
    }
    const instance = await ask('/common/discovery/instance?api-version=1.1');
    expect(instance.json()).toMatchObject({ 'api-version': '1.1' });
    const keys = await ask(`/${demo.tenant.id}/discovery/v2.0/keys`);
    expect(keys.json()).toMatchObject({ keys: [{ kty: 'EC', alg: 'ES256' }] });
    expect(keys.text).not.toContain('"d"');
  });
});

describe('a token of somebody else', () => {
  it.each([
    ['none at all', undefined],
    ['no token', 'Bearer nonsense'],
    [
      'one that nobody signed',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"upn":"ada@contoso.example","scp":"user_impersonation","aud":"x","exp":4000000000,"iat":1}').toString('base64url')}.`,
    ],
  ])('opens nothing: %s', async (_, authorization) => {
    const { verifyDemoToken } = await import('../../../main/demo/entra-id');
    expect(verifyDemoToken(demo.state, authorization)).toMatchObject({ status: 401 });
  });
});
