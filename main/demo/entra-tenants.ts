import type { DemoState } from './demo-state';
import type { DemoAccount } from './tenant-schema';

/** The tenant a path names, as its id; null where Entra ID knows no such tenant. */
export function tenantCalled(state: DemoState, named: string): string | null {
  const { tenant } = state;
  const lower = named.toLowerCase();
  if (['organizations', 'common', tenant.domain.toLowerCase()].includes(lower)) return tenant.id;
  return (
    [tenant.id, ...tenant.subscriptions.map(({ tenantId }) => tenantId), ...homesOf(state)].find(
      (id) => id.toLowerCase() === lower,
    ) ?? null
  );
}

/** An account signs in to this tenant, to those its subscriptions are in, and to its own home. */
export function mayEnter(state: DemoState, account: DemoAccount, tenantId: string): boolean {
  return (
    account.homeTenantId === tenantId || !homesOf(state).includes(tenantId) || tenantId === state.tenant.id
  );
}

function homesOf(state: DemoState): string[] {
  return state.tenant.accounts.map(({ homeTenantId }) => homeTenantId);
}
