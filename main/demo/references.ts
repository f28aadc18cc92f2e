import { demoBuiltInRoles } from './built-in-roles';
import { guidOf, subscriptionScope } from './demo-ids';
import type { DemoTenantFile } from './tenant-file';

export type FilePath = readonly (string | number)[];

/** Says that `path` of the file refers to something that is not there. */
export type ReportProblem = (path: FilePath, message: string) => void;

/** Something of the tenant that the file calls by its name or by its id. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the file's names stand for. A name that stands for nothing is reported, and the empty id returned. */
export interface References {
  principal(name: string, path: FilePath): string;
  principalType(id: string): 'User' | 'Group';
  role(name: string, path: FilePath): string;
  /** A VM, a subscription, `subscription/resource group`, or a resource's id. */
  scope(name: string, path: FilePath): string;
}

export function referencesIn(
  things: {
    readonly accounts: readonly { readonly username: string; readonly objectId: string }[];
    readonly groups: readonly Named[];
    readonly roles: readonly Named[];
    readonly subscriptions: readonly Named[];
    readonly virtualMachines: readonly Named[];
  },
  report: ReportProblem,
): References {
  const { accounts, groups, roles, subscriptions, virtualMachines } = things;
  return {
    principal(name, path) {
      const account = accounts.find(({ username }) => isSame(username, name));
      const id = account?.objectId ?? groups.find((group) => isSame(group.name, name))?.id;
      if (id === undefined) report(path, `expected a username or the name of a group, got "${name}"`);
      return id ?? '';
    },
    principalType: (id) => (groups.some((group) => group.id === id) ? 'Group' : 'User'),
    role(name, path) {
      const role = roles.find((one) => isCalled(one, name));
      if (!role) report(path, `expected a role's name or id, got "${name}"`);
      return role?.id ?? '';
    },
    scope(name, path) {
      if (name.startsWith('/')) return name;
      const vm = virtualMachines.find((one) => isSame(one.name, name));
      if (vm) return vm.id;
      const [subscriptionName = '', resourceGroup] = name.split('/');
      const subscription = subscriptions.find((one) => isCalled(one, subscriptionName));
      if (!subscription) {
        report(path, `expected a VM, a subscription, a resource group or a resource's id, got "${name}"`);
      }
      const top = subscriptionScope(subscription?.id ?? '');
      return resourceGroup === undefined ? top : `${top}/resourceGroups/${resourceGroup}`;
    },
  };
}

/** Finds one of the subscriptions; without a name, the first. */
export function subscriptionFinder(subscriptions: readonly Named[], report: ReportProblem) {
  return (name: string | undefined, path: FilePath): string => {
    const found = name === undefined ? subscriptions[0] : subscriptions.find((one) => isCalled(one, name));
    if (!found) report(path, `expected one of the subscriptions ${listOf(subscriptions)}, got "${name}"`);
    return found?.id ?? '';
  };
}

export function accountsIn(file: DemoTenantFile) {
  return file.accounts.map((account) => ({
    ...account,
    displayName: account.displayName ?? account.username.split('@')[0] ?? account.username,
    objectId: account.objectId ?? guidOf('account', file.tenant.id, account.username.toLowerCase()),
    homeTenantId: account.homeTenantId ?? file.tenant.id,
  }));
}

/** The groups that are described, and those an account names. */
export function groupsIn(file: DemoTenantFile) {
  const described = file.groups.map(({ name }) => name);
  const names = new Set([...described, ...file.accounts.flatMap(({ groups }) => groups)]);
  return [...names].map((name) => ({
    name,
    id: file.groups.find((group) => group.name === name)?.id ?? guidOf('group', file.tenant.id, name),
  }));
}

export function rolesIn(file: DemoTenantFile) {
  const custom = file.roleDefinitions.map((role) => ({
    ...role,
    id: role.id ?? guidOf('role', file.tenant.id, role.name),
    isBuiltIn: false,
  }));
  return [...demoBuiltInRoles, ...custom];
}

export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function listOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => `"${name}"`).join(', ') || '(there are none)';
}

function isCalled(one: Named, name: string): boolean {
  return isSame(one.name, name) || isSame(one.id, name);
}
