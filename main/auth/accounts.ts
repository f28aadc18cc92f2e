import type { AccountInfo } from '@azure/msal-node';
import type { TokenAccount } from './identity';

/** MSAL's account in our words; `tenantId` is the tenant this view of it is for. */
export function tokenAccountOf(account: AccountInfo, tenantId = account.tenantId): TokenAccount {
  const profile = account.tenantProfiles?.get(tenantId);
  return {
    username: account.username,
    displayName: account.name ?? null,
    objectId: profile?.localAccountId ?? account.localAccountId,
    homeTenantId: homeTenantOf(account),
    tenantId,
  };
}

/** MSAL names an account `<object id>.<home tenant id>`. */
function homeTenantOf({ homeAccountId, tenantId }: AccountInfo): string {
  return homeAccountId.split('.')[1] ?? tenantId;
}

/** Which kept account to go on with: the one named, else the one last chosen, else the only one. */
export function chooseAccount(
  accounts: readonly AccountInfo[],
  {
    preferredUsername,
    lastHomeAccountId,
  }: {
    readonly preferredUsername?: string | undefined;
    readonly lastHomeAccountId?: string | null;
  },
): AccountInfo | null {
  if (preferredUsername)
    return (
      accounts.find(({ username }) => username.toLowerCase() === preferredUsername.toLowerCase()) ?? null
    );
  return accounts.find(({ homeAccountId }) => homeAccountId === lastHomeAccountId) ?? accounts[0] ?? null;
}
