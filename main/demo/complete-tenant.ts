import { signInApps } from '../../shared/entra/policy';
import { demoBuiltInRoles } from './built-in-roles';
import { completeVm } from './complete-vm';
import { guidOf, resourceId, subscriptionScope } from './demo-ids';
import { networksOf } from './demo-networks';
import type { DemoTenantFile } from './tenant-file';

/** Says that `path` of the file refers to something that is not there. */
export type ReportProblem = (path: readonly (string | number)[], message: string) => void;

/** The whole tenant with every id, address and name filled in and every reference followed. */
export type CompleteTenant = ReturnType<typeof completeTenant>;

export function completeTenant(file: DemoTenantFile, report: ReportProblem) {
  const tenantId = file.tenant.id;
  const accounts = file.accounts.map((account) => ({
    ...account,
    displayName: account.displayName ?? account.username.split('@')[0] ?? account.username,
    objectId: account.objectId ?? guidOf('account', tenantId, account.username.toLowerCase()),
    homeTenantId: account.homeTenantId ?? tenantId,
  }));
  const groups = groupsOf(file);
  const subscriptions = file.subscriptions.map((subscription) => ({
    name: subscription.name,
    id: subscription.id ?? guidOf('subscription', tenantId, subscription.name),
    tenantId: subscription.tenantId ?? tenantId,
  }));
  const roles = rolesOf(file);

  const subscriptionIdOf = (named: string | undefined, path: readonly (string | number)[]): string => {
    const found = named === undefined ? subscriptions[0] : subscriptions.find((one) => isCalled(one, named));
    if (!found) report(path, `expected one of the subscriptions ${listOf(subscriptions)}, got "${named}"`);
    return found?.id ?? '';
  };
  const { networks, securityGroups, subnetFor, securityGroupId } = networksOf(file, subscriptionIdOf, report);

  const virtualMachines = file.virtualMachines.map((vm, index) => {
    const path = ['virtualMachines', index] as const;
    return completeVm(vm, {
      tenantId,
      subscriptionId: subscriptionIdOf(vm.subscription, [...path, 'subscription']),
      subnetFor: (network, subnet) => subnetFor(network, subnet, [...path, 'interfaces']),
      securityGroupId: (name) => securityGroupId(name, [...path, 'interfaces']),
    });
  });

  const principalIdOf = (named: string, path: readonly (string | number)[]): string => {
    const account = accounts.find(({ username }) => isSame(username, named));
    const principal = account?.objectId ?? groups.find(({ name }) => isSame(name, named))?.id;
    if (!principal) report(path, `expected a username or the name of a group, got "${named}"`);
    return principal ?? '';
  };
  const principalTypeOf = (id: string) => (groups.some((group) => group.id === id) ? 'Group' : 'User');
  const roleIdOf = (named: string, path: readonly (string | number)[]): string => {
    const role = roles.find((one) => isCalled(one, named));
    if (!role) report(path, `expected a role's name or id, got "${named}"`);
    return role?.id ?? '';
  };
  const scopeOf = (named: string, path: readonly (string | number)[]): string => {
    if (named.startsWith('/')) return named;
    const vms = virtualMachines.filter(({ name }) => isSame(name, named));
    if (vms[0]) return vms[0].id;
    const [subscriptionName = '', resourceGroup] = named.split('/');
    const subscription = subscriptions.find((one) => isCalled(one, subscriptionName));
    if (!subscription) {
      report(path, `expected a VM, a subscription, a resource group or a resource's id, got "${named}"`);
    }
    const top = subscriptionScope(subscription?.id ?? '');
    return resourceGroup === undefined ? top : `${top}/resourceGroups/${resourceGroup}`;
  };

  const defaultAccount = file.defaultAccount ?? accounts[0]?.username ?? '';
  if (!accounts.some(({ username }) => isSame(username, defaultAccount))) {
    report(['defaultAccount'], `expected one of the accounts, got "${defaultAccount}"`);
  }

  return {
    ...file,
    id: tenantId,
    name: file.tenant.name,
    domain: file.tenant.domain,
    defaultAccount,
    accounts,
    groups,
    subscriptions,
    networks,
    securityGroups,
    virtualMachines,
    roles,
    bastions: file.bastions.map((bastion, index) => {
      const network = networks.find(({ name }) => isSame(name, bastion.network));
      if (!network) {
        report(['bastions', index, 'network'], `expected one of the networks ${listOf(networks)}`);
      }
      const subscriptionId = network?.subscriptionId ?? '';
      return {
        ...bastion,
        subscriptionId,
        location: network?.location ?? 'westeurope',
        id: resourceId(subscriptionId, bastion.resourceGroup, 'Microsoft.Network/bastionHosts', bastion.name),
        networkId: network?.id ?? '',
      };
    }),
    roleAssignments: file.roleAssignments.map((assignment, index) => {
      const path = ['roleAssignments', index] as const;
      const principalId = principalIdOf(assignment.principal, [...path, 'principal']);
      const scope = scopeOf(assignment.scope, [...path, 'scope']);
      const roleId = roleIdOf(assignment.role, [...path, 'role']);
      return {
        ...assignment,
        id: guidOf('role assignment', principalId, roleId, scope),
        principalId,
        principalType: principalTypeOf(principalId),
        roleId,
        scope,
      };
    }),
    roleEligibilities: file.roleEligibilities.map((eligibility, index) => {
      const path = ['roleEligibilities', index] as const;
      const principalId = principalIdOf(eligibility.principal, [...path, 'principal']);
      return {
        ...eligibility,
        id: guidOf('role eligibility', principalId, eligibility.role, eligibility.scope),
        principalId,
        principalType: principalTypeOf(principalId),
        roleId: roleIdOf(eligibility.role, [...path, 'role']),
        scope: scopeOf(eligibility.scope, [...path, 'scope']),
      };
    }),
    denyAssignments: file.denyAssignments.map((denial, index) => {
      const path = ['denyAssignments', index] as const;
      const idsOf = (named: readonly string[], key: string) =>
        named.map((one, at) => (one === 'everyone' ? everyone : principalIdOf(one, [...path, key, at])));
      return {
        ...denial,
        id: guidOf('deny assignment', denial.name),
        scope: scopeOf(denial.scope, [...path, 'scope']),
        principalIds: idsOf(denial.principals, 'principals'),
        excludedPrincipalIds: idsOf(denial.excludePrincipals, 'excludePrincipals'),
      };
    }),
    devices: file.devices.map((device) => ({
      ...device,
      objectId: guidOf('device object', device.displayName, device.registeredAt),
      deviceId: device.deviceId ?? guidOf('device', device.displayName, device.registeredAt),
      hostNames: device.hostNames ?? [device.displayName],
    })),
    servicePrincipals: (file.servicePrincipals ?? threeSignInApps()).map((app, index) => ({
      ...app,
      objectId: app.objectId ?? guidOf('service principal', app.appId),
      assignedIds: app.assigned.map((one, at) =>
        principalIdOf(one, ['servicePrincipals', index, 'assigned', at]),
      ),
    })),
    conditionalAccess: file.conditionalAccess.map((policy, index) => {
      const idsOf = (named: readonly string[], key: string) =>
        named.map((one, at) =>
          one === 'all' ? 'all' : principalIdOf(one, ['conditionalAccess', index, 'users', key, at]),
        );
      return {
        ...policy,
        id: policy.id ?? guidOf('policy', policy.name),
        includedIds: idsOf(policy.users.include, 'include'),
        excludedIds: idsOf(policy.users.exclude, 'exclude'),
      };
    }),
  };
}

/** Azure's id for everyone in a deny assignment. */
export const everyone = '00000000-0000-0000-0000-000000000000';

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isCalled(one: { readonly id: string; readonly name: string }, named: string): boolean {
  return isSame(one.name, named) || isSame(one.id, named);
}

function listOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => `"${name}"`).join(', ') || '(there are none)';
}

function groupsOf(file: DemoTenantFile) {
  const names = new Set([
    ...file.groups.map(({ name }) => name),
    ...file.accounts.flatMap(({ groups }) => groups),
  ]);
  return [...names].map((name) => ({
    name,
    id: file.groups.find((group) => group.name === name)?.id ?? guidOf('group', file.tenant.id, name),
  }));
}

function rolesOf(file: DemoTenantFile) {
  return [
    ...demoBuiltInRoles,
    ...file.roleDefinitions.map((role) => ({
      ...role,
      id: role.id ?? guidOf('role', file.tenant.id, role.name),
      isBuiltIn: false,
    })),
  ];
}

function threeSignInApps(): NonNullable<DemoTenantFile['servicePrincipals']> {
  return Object.values(signInApps).map(({ appId, name }) => ({
    appId,
    displayName: name,
    isEnabled: true,
    requiresAssignment: false,
    assigned: [],
  }));
}
