import { AppError, isAppError } from '../../shared/errors/app-error';
import type { Tenant } from '../../shared/session/session-state';
import type { TokenAccount } from './identity';

type FoundTenant = Pick<Tenant, 'id' | 'name' | 'domain'>;

/** What is known of the account's tenants. One tenant's failure is told in its own entry alone. */
export class TenantList {
  private tenants: readonly Tenant[] = [];

  get all(): Tenant[] {
    return [...this.tenants];
  }

  /** Starts over with the tenants that were signed in to already. */
  startWith(account: TokenAccount | null, signedInTo: readonly string[] = []): void {
    const ids = account ? [...new Set([account.tenantId, ...signedInTo])] : [];
    this.tenants = ids.map((id) => ({ id, name: id, domain: null, state: 'signed-in', because: null }));
  }

  /** Takes the listing; what is known of a tenant's sign-in is kept. */
  found(listed: readonly FoundTenant[]): void {
    const known = new Map(this.tenants.map((tenant) => [tenant.id, tenant]));
    const unlisted = this.tenants.filter(({ id }) => !listed.some((tenant) => tenant.id === id));
    this.tenants = [
      ...listed.map((tenant): Tenant => {
        const { state = 'not-signed-in', because = null } = known.get(tenant.id) ?? {};
        return { ...tenant, state, because };
      }),
      ...unlisted,
    ];
  }

  signedIn(id: string): void {
    this.put(id, { state: 'signed-in', because: null });
  }

  failed(id: string, error: unknown): void {
    if (!isAppError(error)) throw error;
    this.put(id, { state: 'failed', because: error.message });
  }

  private put(id: string, change: Pick<Tenant, 'state' | 'because'>): void {
    const known = this.tenants.find((tenant) => tenant.id === id) ?? { id, name: id, domain: null };
    this.tenants = [...this.tenants.filter((tenant) => tenant.id !== id), { ...known, ...change }];
  }
}

/** @throws AppError when another account was picked on the sign-in page than the one signed in. */
export function expectSameAccount(wanted: TokenAccount, got: TokenAccount): void {
  if (wanted.homeTenantId === got.homeTenantId && sameName(wanted.username, got.username)) return;
  throw new AppError(
    'invalid-request',
    `You picked ${got.username}, but ${wanted.username} is signed in. Pick that account, or sign out first.`,
  );
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
