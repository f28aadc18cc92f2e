import type { SessionState } from '../session/session-state';
import type { ConnectLink } from './connect-link';

type SignedIn = Pick<SessionState, 'mode' | 'cloud' | 'account' | 'tenants'>;

/** Why whoever is signed in would look for the VM in vain, and what would help; null where nothing speaks against it. */
export type LeadsElsewhere =
  | { readonly kind: 'another-cloud'; readonly because: string }
  | { readonly kind: 'tenant-not-signed-in'; readonly tenantId: string; readonly because: string }
  | { readonly kind: 'another-tenant'; readonly because: string };

const cloudNames = {
  global: 'Azure (Global)',
  usgov: 'Azure US Government',
  china: 'Azure 21Vianet',
} as const;

/** Pure, and without schemas: the page asks it too. */
export function leadsElsewhere(
  { tenantId, cloud }: Pick<ConnectLink, 'tenantId' | 'cloud'>,
  session: SignedIn,
): LeadsElsewhere | null {
  if (cloud !== session.cloud) {
    return {
      kind: 'another-cloud',
      because: `The link leads to a VM in ${cloudNames[cloud]}, and you are signed in to ${cloudNames[session.cloud]}.`,
    };
  }
  // Where the tenants could not be listed, nothing is known against it.
  if (tenantId === null || session.tenants.length === 0) return null;
  const tenant = session.tenants.find(({ id }) => id.toLowerCase() === tenantId);
  if (tenant?.state === 'signed-in' || session.account?.homeTenantId.toLowerCase() === tenantId) return null;
  if (tenant) {
    const why = tenant.because ?? 'You are not signed in to that one yet.';
    return {
      kind: 'tenant-not-signed-in',
      tenantId: tenant.id,
      because: `The link leads to a VM of the tenant ${tenant.name}. ${why}`,
    };
  }
  const who = session.account?.username ?? 'Your account';
  const demo = session.mode === 'demo' ? ' in the demo' : '';
  return {
    kind: 'another-tenant',
    because: `The link leads to a VM of another tenant (${tenantId}), which ${who} does not see${demo}.`,
  };
}
