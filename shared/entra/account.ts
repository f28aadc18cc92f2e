import { z } from 'zod';

/** Who is signed in, and in which tenant the token for this VM was issued. */
export const Account = z.object({
  username: z.string(),
  displayName: z.string().nullable(),
  objectId: z.string(),
  homeTenantId: z.string(),
  /** Tenant the token was issued in. */
  tenantId: z.string(),
  /** As Microsoft Graph says; null when it was not read. */
  userType: z.enum(['Member', 'Guest']).nullable(),
  /** Whose rights Azure and Entra ID were read with, where that was somebody else. */
  readBy: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

export function isExternal({ homeTenantId, tenantId }: Account): boolean {
  return homeTenantId.toLowerCase() !== tenantId.toLowerCase();
}
