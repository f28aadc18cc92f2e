import type { DemoRole } from './built-in-roles';
import { everyone } from './complete-access';
import type { DemoState } from './demo-state';
import { roleOf } from './rights';
import type {
  DemoAccount,
  DemoDenyAssignment,
  DemoRoleAssignment,
  DemoRoleEligibility,
} from './tenant-schema';

export function permissionJson({ actions, dataActions, notActions, notDataActions }: DemoRole): object {
  return { actions, notActions, dataActions, notDataActions };
}

export function definitionJson(role: DemoRole, scope: string): object {
  return {
    id: `${scope}${definitionId(role.id)}`,
    name: role.id,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: role.name,
      type: role.isBuiltIn ? 'BuiltInRole' : 'CustomRole',
      description: '',
      assignableScopes: ['/'],
      permissions: [permissionJson(role)],
    },
  };
}

function definitionId(roleId: string): string {
  return `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
}

export function assignmentJson(one: DemoRoleAssignment): object {
  const scope = one.scope === '/' ? '' : one.scope;
  const [, , subscription] = scope.split('/');
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${one.id}`,
    name: one.id,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: `${subscription ? `/subscriptions/${subscription}` : ''}${definitionId(one.roleId)}`,
      principalId: one.principalId,
      principalType: one.principalType,
      scope: one.scope,
      condition: one.condition,
      ...(one.condition !== null && { conditionVersion: '2.0' }),
      createdOn: one.createdAt,
      updatedOn: one.createdAt,
    },
  };
}

export function denyJson(state: DemoState, one: DemoDenyAssignment): object {
  const principal = (id: string) => ({
    id,
    type:
      id === everyone
        ? 'SystemDefined'
        : state.tenant.groups.some((group) => group.id === id)
          ? 'Group'
          : 'User',
  });
  return {
    id: `${one.scope}/providers/Microsoft.Authorization/denyAssignments/${one.id}`,
    name: one.id,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: one.name,
      scope: one.scope,
      permissions: [
        {
          actions: one.actions,
          notActions: one.notActions,
          dataActions: one.dataActions,
          notDataActions: one.notDataActions,
        },
      ],
      doNotApplyToChildScopes: one.doNotApplyToChildScopes,
      principals: one.principalIds.map(principal),
      excludePrincipals: one.excludedPrincipalIds.map(principal),
      isSystemProtected: true,
    },
  };
}

export function eligibilityJson(state: DemoState, one: DemoRoleEligibility): object {
  return {
    id: `${one.scope}/providers/Microsoft.Authorization/RoleEligibilityScheduleInstances/${one.id}`,
    name: one.id,
    type: 'Microsoft.Authorization/RoleEligibilityScheduleInstances',
    properties: {
      ...scheduleJson(state, one),
      endDateTime: one.endsAt,
      startDateTime: '2026-03-01T00:00:00Z',
      roleEligibilityScheduleId: `${one.scope}/providers/Microsoft.Authorization/RoleEligibilitySchedules/${one.id}`,
    },
  };
}

export function instanceJson(state: DemoState, one: DemoRoleAssignment): object {
  return {
    id: `${one.scope}/providers/Microsoft.Authorization/RoleAssignmentScheduleInstances/${one.id}`,
    name: one.id,
    type: 'Microsoft.Authorization/RoleAssignmentScheduleInstances',
    properties: {
      ...scheduleJson(state, one),
      assignmentType: 'Assigned',
      condition: one.condition,
      createdOn: one.createdAt,
      startDateTime: one.createdAt,
    },
  };
}

function scheduleJson(
  state: DemoState,
  one: Pick<DemoRoleEligibility, 'principalId' | 'principalType' | 'roleId' | 'scope'>,
): object {
  const [, , subscription] = one.scope.split('/');
  const principal = principalOf(state, one.principalId);
  return {
    scope: one.scope,
    roleDefinitionId: `/subscriptions/${subscription}${definitionId(one.roleId)}`,
    principalId: one.principalId,
    principalType: one.principalType,
    memberType: one.principalType === 'Group' ? 'Group' : 'Direct',
    status: 'Provisioned',
    expandedProperties: {
      principal: { id: one.principalId, type: one.principalType, displayName: principal?.displayName ?? '' },
      roleDefinition: {
        id: `/subscriptions/${subscription}${definitionId(one.roleId)}`,
        displayName: roleOf(state, one.roleId)?.name ?? '',
        type: 'BuiltInRole',
      },
      scope: { id: one.scope, type: one.scope.split('/').length > 5 ? 'resource' : 'subscription' },
    },
  };
}

function principalOf(state: DemoState, id: string): DemoAccount | undefined {
  return state.tenant.accounts.find(({ objectId }) => objectId === id);
}
