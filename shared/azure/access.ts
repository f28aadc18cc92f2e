import { z } from 'zod';

/** One entry of the permissions API: what one role assignment of the caller allows at a scope. */
export const Permission = z.object({
  actions: z.array(z.string()),
  notActions: z.array(z.string()),
  dataActions: z.array(z.string()),
  notDataActions: z.array(z.string()),
});
export type Permission = z.infer<typeof Permission>;

export const RoleAssignment = z.object({
  id: z.string(),
  /** The GUID at the end of the role definition's id. */
  roleId: z.string(),
  roleName: z.string().nullable(),
  principalId: z.string(),
  principalType: z.string().nullable(),
  scope: z.string(),
  /** An ABAC condition: the access holds only where it is met. */
  condition: z.string().nullable(),
  createdAt: z.string().nullable(),
});
export type RoleAssignment = z.infer<typeof RoleAssignment>;

/** A role the account may activate (Privileged Identity Management) and has not. */
export const RoleEligibility = z.object({
  roleId: z.string(),
  roleName: z.string().nullable(),
  scope: z.string(),
  endsAt: z.string().nullable(),
});
export type RoleEligibility = z.infer<typeof RoleEligibility>;

/** A deny assignment that applies to the account. */
export const DenyAssignment = z.object({
  name: z.string(),
  scope: z.string(),
  permissions: z.array(Permission),
  /** False when it names a group we could not look into. */
  isCertain: z.boolean(),
});
export type DenyAssignment = z.infer<typeof DenyAssignment>;

export const loginAction = 'Microsoft.Compute/virtualMachines/login/action';
export const loginAsAdminAction = 'Microsoft.Compute/virtualMachines/loginAsAdmin/action';

/**
 * The built-in roles this product speaks of. Ids are the same in every cloud.
 * Source: azure-docs built-in-roles, read 2026-11-22.
 */
export const builtInRoles = {
  administratorLogin: {
    id: '1c0163c0-47e6-4577-8991-ea5c82e286e4',
    name: 'Virtual Machine Administrator Login',
  },
  userLogin: { id: 'fb879df8-f326-4884-b1cf-06f3ad86be52', name: 'Virtual Machine User Login' },
  dataAccessAdministrator: {
    id: '66f75aeb-eabe-4b70-9f1e-c350c4c9ad04',
    name: 'Virtual Machine Data Access Administrator (preview)',
  },
  localUserLogin: { id: '602da2ba-a5c2-41da-b01d-5360126ab525', name: 'Virtual Machine Local User Login' },
  virtualMachineContributor: {
    id: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    name: 'Virtual Machine Contributor',
  },
  contributor: { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', name: 'Contributor' },
  owner: { id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', name: 'Owner' },
  reader: { id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', name: 'Reader' },
} as const;

/**
 * Whether one entry allows a data action: some of its `dataActions` match and none of its own
 * `notDataActions` does. NotDataActions subtract inside an entry and never deny.
 */
export function allowsDataAction(permission: Permission, action: string): boolean {
  return (
    permission.dataActions.some((pattern) => matchesAction(pattern, action)) &&
    !permission.notDataActions.some((pattern) => matchesAction(pattern, action))
  );
}

/**
 * Azure compares actions without letter case, and `*` spans segments. Not by a regular expression: a
 * pattern of many stars, out of somebody's evidence file, would keep one busy for years.
 */
export function matchesAction(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;

  // Taking each part at its earliest leaves the most for those after it.
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}
