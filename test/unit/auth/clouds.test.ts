import { describe, expect, it } from 'vitest';
import { authorityFor, defaultScopeFor, scopesFor } from '../../../main/auth/scopes';
import { noKeychain } from '../../../main/auth/secret-store';
import { createSession } from '../../../main/auth/sign-in';
import { type CloudId, clouds } from '../../../shared/azure/cloud';

it.each([
  ['global', 'https://management.azure.com', 'https://graph.microsoft.com', 'login.microsoftonline.com'],
  ['usgov', 'https://management.usgovcloudapi.net', 'https://graph.microsoft.us', 'login.microsoftonline.us'],
  [
    'china',
    'https://management.chinacloudapi.cn',
    'https://microsoftgraph.chinacloudapi.cn',
    'login.partner.microsoftonline.cn',
  ],
] satisfies [CloudId, string, string, string][])(
  '%s asks for its own scopes at its own authority',
  (id, arm, graph, host) => {
    const cloud = clouds[id];
    expect(scopesFor(cloud, 'arm')).toEqual([`${arm}/user_impersonation`]);
    expect(scopesFor(cloud, 'graph')).toEqual([`${graph}/User.Read`]);
    expect(scopesFor(cloud, 'graph', ['Device.Read.All', 'Policy.Read.All'])).toEqual([
      `${graph}/Device.Read.All`,
      `${graph}/Policy.Read.All`,
    ]);
    expect(defaultScopeFor(cloud, 'arm')).toBe(`${arm}/.default`);
    expect(defaultScopeFor(cloud, 'graph')).toBe(`${graph}/.default`);
    expect(authorityFor(cloud, 'contoso.com')).toBe(`https://${host}/contoso.com`);
  },
);

describe('the sign-in page that is opened', () => {
  it.each(['global', 'usgov', 'china'] as const)(
    'is the one of %s, without asking the network first',
    async (id) => {
      const address = await addressOpenedIn(id);
      expect(address.origin).toBe(clouds[id].authority);
      expect(address.pathname).toBe('/contoso.onmicrosoft.com/oauth2/v2.0/authorize');
      const asked = address.searchParams;
      expect(asked.get('client_id')).toBe('11111111-2222-4333-8444-555555555555');
      expect(asked.get('scope')?.split(' ')).toEqual(
        expect.arrayContaining([
          `${clouds[id].arm}/user_impersonation`,
          `${clouds[id].graph}/User.Read`,
          'offline_access',
        ]),
      );
      expect(asked.get('response_mode')).toBe('form_post');
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
      expect(asked.get('prompt')).toBe('select_account');
      expect(JSON.parse(asked.get('claims') ?? '{}')).toMatchObject({
        access_token: { xms_cc: { values: ['CP1'] } },
      });
    },
  );
});

/** Opens the page and gives up: the real hosts are never reached, as MSAL knows them by heart. */
async function addressOpenedIn(id: CloudId): Promise<URL> {
  const giveUp = new AbortController();
  let opened = '';
  const session = createSession({
    mode: 'real',
    endpoint: { cloud: clouds[id] },
    clientId: '11111111-2222-4333-8444-555555555555',
    tenant: 'contoso.onmicrosoft.com',
    organisation: null,
    folder: '/nonexistent/entra-rdp',
    secretStore: noKeychain,
    openBrowser: async (url) => {
      opened = url;
      giveUp.abort();
    },
    azureCli: () => Promise.reject(new Error('not asked')),
    demoAccounts: [],
    log: () => undefined,
  });
  await expect(session.signIn('browser', { signal: giveUp.signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
  session.close();
  return new URL(opened);
}
