import { expect, it } from 'vitest';
import { leadsElsewhere } from '../../../shared/links/link-leads-elsewhere';
import type { Tenant } from '../../../shared/session/session-state';

const [contoso, fabrikam, nobodys] = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
] as const;

const tenant = (id: string, name: string, state: Tenant['state'], because: string | null = null): Tenant => ({
  id,
  name,
  domain: null,
  state,
  because,
});

type Link = Parameters<typeof leadsElsewhere>[0];
type SignedIn = Parameters<typeof leadsElsewhere>[1];

const session: SignedIn = {
  mode: 'real',
  cloud: 'global',
  account: {
    username: 'ada@contoso.example',
    displayName: null,
    homeTenantId: contoso,
    method: 'browser',
  },
  tenants: [
    tenant(contoso, 'Contoso', 'signed-in'),
    tenant(fabrikam.toUpperCase(), 'Fabrikam', 'not-signed-in'),
  ],
};
const here: Link = { tenantId: contoso, cloud: 'global' };

it.each([
  ['to the tenant signed in to', here, session],
  ['to a tenant it does not name', { ...here, tenantId: null }, session],
  ['while the tenants are not known', { ...here, tenantId: nobodys }, { ...session, tenants: [] }],
  ['to the home tenant, though the list lacks it', here, { ...session, tenants: session.tenants.slice(1) }],
])('nothing speaks against a link %s', (_, link, signedIn) => {
  expect(leadsElsewhere(link, signedIn)).toBeNull();
});

it.each<[string, Link, SignedIn, string, string]>([
  ['another cloud', { ...here, cloud: 'usgov' }, session, 'another-cloud', 'Azure US Government'],
  [
    'a tenant not signed in to',
    { ...here, tenantId: fabrikam },
    session,
    'tenant-not-signed-in',
    'Fabrikam. You are not signed in to that one yet.',
  ],
  [
    'a tenant whose sign-in failed',
    { ...here, tenantId: fabrikam },
    { ...session, tenants: [tenant(fabrikam, 'Fabrikam', 'failed', 'It asks for a device that complies.')] },
    'tenant-not-signed-in',
    'Fabrikam. It asks for a device that complies.',
  ],
  ['a tenant of others', { ...here, tenantId: nobodys }, session, 'another-tenant', 'ada@contoso.example'],
  [
    'a real tenant from the demo',
    { ...here, tenantId: nobodys },
    { ...session, mode: 'demo' },
    'another-tenant',
    'in the demo',
  ],
])('a link to %s says so', (_, link, signedIn, kind, words) => {
  expect(leadsElsewhere(link, signedIn)).toMatchObject({ kind, because: expect.stringContaining(words) });
});
