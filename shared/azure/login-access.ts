import {
  allowsDataAction,
  builtInRoles,
  loginAction,
  loginAsAdminAction,
  matchesAction,
  type Permission,
  type RoleAssignment,
} from './access';

/** As whom Windows lets the account in. */
export type LoginLevel = 'administrator' | 'standard user';

/** What the permissions of the account, entry by entry, amount to at the VM; null when they let nobody in. */
export function loginLevelOf(permissions: readonly Permission[]): LoginLevel | null {
  const allows = (action: string) => permissions.some((entry) => allowsDataAction(entry, action));
  if (allows(loginAsAdminAction)) return 'administrator';
  return allows(loginAction) ? 'standard user' : null;
}

const levelOfRole: ReadonlyMap<string, LoginLevel> = new Map([
  [builtInRoles.administratorLogin.id, 'administrator'],
  [builtInRoles.userLogin.id, 'standard user'],
]);

export function levelOf({ roleId }: { readonly roleId: string }): LoginLevel | null {
  return levelOfRole.get(roleId.toLowerCase()) ?? null;
}

/** Role assignments of the two built-in login roles. Custom roles cannot be told by their assignment. */
export function loginAssignments(assignments: readonly RoleAssignment[]): readonly RoleAssignment[] {
  return assignments.filter((assignment) => levelOf(assignment) !== null);
}

const builtInNames: ReadonlyMap<string, string> = new Map(
  Object.values(builtInRoles).map(({ id, name }) => [id, name]),
);

export function nameOfRole({ roleId, roleName }: Pick<RoleAssignment, 'roleId' | 'roleName'>): string {
  return roleName ?? builtInNames.get(roleId.toLowerCase()) ?? `role ${roleId}`;
}

export function isBuiltInRole({ roleId }: Pick<RoleAssignment, 'roleId'>): boolean {
  return builtInNames.has(roleId.toLowerCase());
}

const controllingRoles = [
  builtInRoles.owner,
  builtInRoles.contributor,
  builtInRoles.virtualMachineContributor,
];

/**
 * The role with which the account controls the VM: it may stop and delete it and still not sign in, as
 * the `*` of its actions spans no data actions. Null when it holds none.
 */
export function controllingRole(
  permissions: readonly Permission[],
  assignments: readonly RoleAssignment[],
): string | null {
  const assigned = controllingRoles.find(({ id }) =>
    assignments.some(({ roleId }) => roleId.toLowerCase() === id),
  );
  if (assigned) return assigned.name;
  const write = 'Microsoft.Compute/virtualMachines/write';
  const entry = permissions.find(
    ({ actions, notActions }) =>
      actions.some((pattern) => matchesAction(pattern, write)) &&
      !notActions.some((pattern) => matchesAction(pattern, write)),
  );
  if (!entry) return null;
  const [custom, ...others] = assignments.filter((assignment) => !isBuiltInRole(assignment));
  // Which of several custom roles the entry is of, nothing says.
  if (custom) return (others.length ? null : custom.roleName) ?? 'a custom role';
  const isOfAzure = entry.actions.includes('*') && !entry.dataActions.length;
  if (!isOfAzure) return 'a role that manages the VM';
  return entry.notActions.length ? builtInRoles.contributor.name : builtInRoles.owner.name;
}

/** `/subscriptions/…/resourceGroups/rg-app` to "resource group rg-app". */
export function describeScope(scope: string): string {
  const [, kind = '', , group, groupName, , , resourceKind, resource] = scope.split('/');
  if (/^providers$/i.test(kind)) return 'a management group';
  if (resource !== undefined) return /^virtualMachines$/i.test(resourceKind ?? '') ? 'this VM' : resource;
  if (/^resourceGroups$/i.test(group ?? '')) return `resource group ${groupName}`;
  return 'the subscription';
}
