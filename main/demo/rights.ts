import type { DemoRole } from './built-in-roles';
import { everyone } from './complete-access';
import type { DemoState } from './demo-state';
import type { DemoAccount } from './tenant-schema';

/** Who asks: the account itself and every group it is in. */
export function principalIdsOf(state: DemoState, account: DemoAccount): readonly string[] {
  const groups = state.tenant.groups.filter(({ name }) => account.groups.includes(name));
  return [account.objectId, ...groups.map(({ id }) => id)];
}

/** Whether `id` is the scope or lies below it. */
export function isWithin(id: string, scope: string): boolean {
  return isInside(id.toLowerCase(), scope.toLowerCase());
}

/** As `isWithin`, for ids that are in lower case already. */
function isInside(id: string, scope: string): boolean {
  if (scope === '/') return true;
  return id.startsWith(scope) && (id.length === scope.length || id[scope.length] === '/');
}

/** Decides one action of one account anywhere. Deny assignments win, as in Azure. */
export function decider(state: DemoState, account: DemoAccount, action: string): (scope: string) => boolean {
  const granting = lowered(scopesGranting(state, account, action));
  const denying = lowered(
    denialsOf(state, account)
      .filter((denial) => allows(denial, action))
      .map(({ scope }) => scope),
  );
  return (scope) => {
    const id = scope.toLowerCase();
    return (
      granting.some((granted) => isInside(id, granted)) && !denying.some((denied) => isInside(id, denied))
    );
  };
}

/** Each once and the widest first, so that most questions are answered by the first. */
function lowered(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.map((scope) => scope.toLowerCase()))].toSorted((a, b) => a.length - b.length);
}

export function may(state: DemoState, account: DemoAccount, action: string, scope: string): boolean {
  return decider(state, account, action)(scope);
}

/** Whether anything at or below `scope` is readable: how Azure decides which subscriptions to list. */
export function hasSomethingIn(state: DemoState, account: DemoAccount, scope: string): boolean {
  return assignmentsOf(state, account).some(
    (assignment) => isWithin(assignment.scope, scope) || isWithin(scope, assignment.scope),
  );
}

export function assignmentsOf(state: DemoState, account: DemoAccount) {
  const principals = principalIdsOf(state, account);
  return state.roleAssignments.filter(({ principalId }) => principals.includes(principalId));
}

/** Deny assignments that name the account, one of its groups, or everyone, and do not except it. */
function denialsOf(state: DemoState, account: DemoAccount) {
  const principals = principalIdsOf(state, account);
  return state.tenant.denyAssignments.filter(
    ({ principalIds, excludedPrincipalIds }) =>
      principalIds.some((id) => id === everyone || principals.includes(id)) &&
      !excludedPrincipalIds.some((id) => principals.includes(id)),
  );
}

export function roleOf(state: DemoState, roleId: string): DemoRole | undefined {
  return state.tenant.roles.find(({ id }) => id.toLowerCase() === roleId.toLowerCase());
}

function scopesGranting(state: DemoState, account: DemoAccount, action: string): readonly string[] {
  return assignmentsOf(state, account)
    .filter(({ roleId }) => {
      const role = roleOf(state, roleId);
      return role !== undefined && allows(role, action);
    })
    .map(({ scope }) => scope);
}

function allows(
  { actions, notActions }: { readonly actions: readonly string[]; readonly notActions: readonly string[] },
  action: string,
): boolean {
  return (
    actions.some((pattern) => covers(pattern, action)) &&
    !notActions.some((pattern) => covers(pattern, action))
  );
}

/** Azure lets the star of `virtualMachines/STAR/read` stand for nothing too: the login roles read the VM itself by it. */
function covers(pattern: string, action: string): boolean {
  const source = pattern
    .toLowerCase()
    .split('/*/')
    .map((part) => part.split('*').map(escaped).join('.*'))
    .join('/(?:.*/)?');
  return new RegExp(`^${source}$`).test(action.toLowerCase());
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
