import { z } from 'zod';
import {
  assignmentJson,
  definitionJson,
  denyJson,
  eligibilityJson,
  instanceJson,
  permissionJson,
} from './arm-authorization-shapes';
import { type ArmCall, type ArmRoute, armError, notAuthorized, ok } from './arm-route';
import { everyone } from './complete-access';
import type { DemoResponse } from './demo-http';
import type { DemoState } from './demo-state';
import { assignmentsOf, isWithin, principalIdsOf, roleOf } from './rights';
import type { DemoRoleAssignment } from './tenant-schema';

const authorization = '{scope}/providers/Microsoft.Authorization';
const read = (what: string) => `Microsoft.Authorization/${what}/read`;

export const authorizationRoutes: readonly ArmRoute[] = [
  {
    method: 'GET',
    path: `${authorization}/permissions`,
    action: read('permissions'),
    answer: (call) => {
      const { state, account } = call;
      const scope = call.named.scope ?? '';
      if (state.faults.permissionsRefused) return notAuthorized(account, read('permissions'), scope);
      const instead = state.faults.permissionsAnswer;
      if (instead !== null) return otherAnswer(instead, state.faults.retryAfterSeconds);
      const value = assignmentsOf(state, account)
        .filter((assignment) => isWithin(scope, assignment.scope))
        .flatMap(({ roleId }) => roleOf(state, roleId) ?? [])
        .map(permissionJson);
      return ok({ value });
    },
  },
  {
    method: 'GET',
    path: `${authorization}/roleAssignments`,
    action: read('roleAssignments'),
    answer: (call) => filtered(call, call.state.roleAssignments, assignmentJson, 'and below'),
  },
  {
    method: 'GET',
    path: `${authorization}/roleAssignments/{assignment}`,
    action: read('roleAssignments'),
    answer: ({ state, named }) => {
      const found = state.roleAssignments.find(({ id }) => id === named.assignment?.toLowerCase());
      return found ? ok(assignmentJson(found)) : roleAssignmentNotFound(named.assignment);
    },
  },
  {
    method: 'PUT',
    path: `${authorization}/roleAssignments/{assignment}`,
    action: 'Microsoft.Authorization/roleAssignments/write',
    answer: putAssignment,
  },
  {
    method: 'DELETE',
    path: `${authorization}/roleAssignments/{assignment}`,
    action: 'Microsoft.Authorization/roleAssignments/delete',
    answer: ({ state, named }) => {
      const index = state.roleAssignments.findIndex(({ id }) => id === named.assignment?.toLowerCase());
      const [removed] = index < 0 ? [] : state.roleAssignments.splice(index, 1);
      return removed ? ok(assignmentJson(removed)) : { status: 204 };
    },
  },
  {
    method: 'GET',
    path: `${authorization}/roleDefinitions`,
    action: read('roleDefinitions'),
    answer: ({ state, named, request }) => {
      const wanted = /roleName eq '([^']*)'/i.exec(request.url.searchParams.get('$filter') ?? '')?.[1];
      const roles = state.tenant.roles.filter(({ name }) => wanted === undefined || name === wanted);
      return ok({ value: roles.map((role) => definitionJson(role, named.scope ?? '')) });
    },
  },
  {
    method: 'GET',
    path: `${authorization}/roleDefinitions/{role}`,
    action: null,
    answer: ({ state, named }) => {
      const role = roleOf(state, named.role ?? '');
      return role
        ? ok(definitionJson(role, named.scope ?? ''))
        : armError(
            404,
            'RoleDefinitionDoesNotExist',
            `The specified role definition with ID '${named.role}' does not exist.`,
          );
    },
  },
  {
    method: 'GET',
    path: `${authorization}/denyAssignments`,
    action: read('denyAssignments'),
    answer: (call) =>
      filtered(
        call,
        call.state.tenant.denyAssignments.map((one) => ({ ...one, principalId: one.principalIds })),
        (one) => denyJson(call.state, one),
        'and above',
      ),
  },
  ...asTargetList('roleEligibilityScheduleInstances', ({ state }) =>
    state.tenant.roleEligibilities.map((one) => ({ ...one, json: () => eligibilityJson(state, one) })),
  ),
  ...asTargetList('roleAssignmentScheduleInstances', ({ state }) =>
    state.roleAssignments.map((one) => ({ ...one, json: () => instanceJson(state, one) })),
  ),
];

/** What stands between somebody and their permissions: no such API here, too many requests, a fault, a proxy. */
function otherAnswer(answer: 404 | 429 | 500 | 'html', retryAfterSeconds: number): DemoResponse {
  switch (answer) {
    case 404:
      return armError(404, 'ResourceNotFound', 'The resource was not found.');
    case 429:
      return armError(429, 'TooManyRequests', 'The request was throttled.', {
        'retry-after': String(retryAfterSeconds),
      });
    case 500:
      return armError(500, 'InternalServerError', 'The server could not answer.');
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Sign in to the proxy</title><p>Who are you?</p>',
      };
  }
}

interface Scoped {
  readonly scope: string;
  readonly principalId: string | readonly string[];
}

/**
 * `atScope()` is what holds here; without it `roleAssignments` lists what stands below too.
 * `principalId eq` names one principal alone, `assignedTo()` also its groups.
 */
function filtered<T extends Scoped>(
  { state, named, request }: ArmCall,
  all: readonly T[],
  json: (one: T) => object,
  reach: 'and below' | 'and above',
): DemoResponse {
  const scope = named.scope || '/';
  const filter = request.url.searchParams.get('$filter') ?? '';
  const wanted = principalsWanted(state, filter);
  const onlyHere = reach === 'and above' || /atScope\(\)/i.test(filter);
  const value = all.filter(
    (one) =>
      (isWithin(scope, one.scope) || (!onlyHere && isWithin(one.scope, scope))) &&
      (wanted === null || [one.principalId].flat().some((id) => wanted.includes(id.toLowerCase()))),
  );
  return ok({ value: value.map(json) });
}

function principalsWanted(state: DemoState, filter: string): readonly string[] | null {
  const one = /principalId eq '?([0-9a-f-]{36})'?/i.exec(filter)?.[1];
  if (one !== undefined) return [one.toLowerCase()];
  const assigned = /assignedTo\('([0-9a-f-]{36})'\)/i.exec(filter)?.[1]?.toLowerCase();
  if (assigned === undefined) return null;
  const account = state.tenant.accounts.find(({ objectId }) => objectId.toLowerCase() === assigned);
  return [...(account ? principalIdsOf(state, account) : [assigned]), everyone];
}

/** What one holds oneself may be asked without any right; everybody else's needs one. */
function asTargetList(
  type: string,
  all: (call: ArmCall) => readonly (Scoped & { readonly json: () => object })[],
): readonly ArmRoute[] {
  return [
    {
      method: 'GET',
      path: `${authorization}/${type}`,
      action: null,
      answer: (call) => {
        const scope = call.named.scope || '/';
        const filter = call.request.url.searchParams.get('$filter') ?? '';
        if (!/asTarget\(\)/i.test(filter)) {
          return notAuthorized(call.account, `Microsoft.Authorization/${type}/read`, scope);
        }
        const own = principalIdsOf(call.state, call.account);
        return ok({
          value: all(call)
            .filter(
              (one) => isWithin(scope, one.scope) && [one.principalId].flat().some((id) => own.includes(id)),
            )
            .map(({ json }) => json()),
        });
      },
    },
  ];
}

const AssignmentBody = z.object({
  properties: z.object({
    roleDefinitionId: z.string(),
    principalId: z.guid(),
    principalType: z.string().default('User'),
    condition: z.string().nullable().default(null),
  }),
});

function putAssignment({ state, named, request }: ArmCall): DemoResponse {
  const { data: body } = AssignmentBody.safeParse(request.json());
  if (!body) return armError(400, 'InvalidRequestContent', 'A role assignment needs a role and a principal.');
  const { condition, principalId, principalType, roleDefinitionId } = body.properties;
  const roleId = roleDefinitionId.split('/').at(-1) ?? '';
  const scope = named.scope ?? '';
  const same = state.roleAssignments.some(
    (one) => one.principalId === principalId && one.roleId === roleId && isSameScope(one.scope, scope),
  );
  if (same) return armError(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  const assignment: DemoRoleAssignment = {
    id: named.assignment?.toLowerCase() ?? '',
    principal: principalId,
    role: roleId,
    principalId,
    principalType: principalType === 'Group' ? 'Group' : 'User',
    roleId,
    scope,
    condition,
    createdAt: new Date().toISOString(),
  };
  state.roleAssignments.push(assignment);
  return { status: 201, body: assignmentJson(assignment) };
}

function isSameScope(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function roleAssignmentNotFound(id: string | undefined): DemoResponse {
  return armError(404, 'RoleAssignmentNotFound', `The role assignment '${id}' is not found.`);
}
