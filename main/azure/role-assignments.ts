import type { RoleAssignment as RoleAssignmentModel } from '@azure/arm-authorization';
import { z } from 'zod';
import { builtInRoles, type RoleAssignment } from '../../shared/azure/access';
import type { VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import { isAppError } from '../../shared/errors/app-error';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import type { Principal } from './azure-reader';
import { nameOfResource } from './resource-id';
import { textOf, timeOf } from './virtual-machines';

/**
 * The principal's role assignments at the VM and above, groups included.
 *
 * Whoever may not read assignments may still ask for their own: then, for the caller alone, the instances that
 * target them are read instead, in a second request.
 */
export async function readRoleAssignments(
  arm: Arm,
  id: VmId,
  { objectId, isCaller }: Principal,
  signal: AbortSignal,
): Promise<RoleAssignment[]> {
  try {
    return await readAssignedTo(arm, id, objectId, signal);
  } catch (error) {
    if (!isCaller || !isAppError(error) || error.code !== 'access-denied') throw error;
    return readOwnInstances(arm, id, signal);
  }
}

async function readAssignedTo(
  arm: Arm,
  id: VmId,
  principalId: string,
  signal: AbortSignal,
): Promise<RoleAssignment[]> {
  const { subscriptionId } = partsOfVmId(id);
  return callArm(askedFor(id, signal), async (abortSignal) => {
    const client = await arm.authorization(subscriptionId);
    const assignments: RoleAssignment[] = [];
    // The SDK puts a slash of its own before the scope.
    const pages = client.roleAssignments.listForScope(id.replace(/^\//, ''), {
      filter: `assignedTo('${principalId}')`,
      abortSignal,
    });
    for await (const model of pages) assignments.push(roleAssignmentOf(model));
    return assignments;
  });
}

function roleAssignmentOf(model: RoleAssignmentModel): RoleAssignment {
  const roleId = nameOfResource(model.roleDefinitionId ?? '');
  return {
    id: model.id ?? '',
    roleId,
    roleName: nameOfBuiltInRole(roleId),
    principalId: model.principalId ?? '',
    principalType: textOf(model.principalType),
    scope: model.scope ?? '',
    condition: textOf(model.condition),
    createdAt: timeOf(model.createdOn),
  };
}

const Instances = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      properties: z.object({
        roleDefinitionId: z.string(),
        principalId: z.string(),
        principalType: z.string().nullish(),
        scope: z.string(),
        condition: z.string().nullish(),
        startDateTime: z.string().nullish(),
        expandedProperties: z
          .object({ roleDefinition: z.object({ displayName: z.string().nullish() }).nullish() })
          .nullish(),
      }),
    }),
  ),
});

async function readOwnInstances(arm: Arm, id: VmId, signal: AbortSignal): Promise<RoleAssignment[]> {
  const { value } = await callArm(askedFor(id, signal), (abortSignal) =>
    arm.read({
      path: `${id}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances`,
      query: { 'api-version': '2020-10-01', $filter: 'asTarget()' },
      answer: Instances,
      signal: abortSignal,
    }),
  );
  return value.map(({ id: instanceId, properties }) => {
    const roleId = nameOfResource(properties.roleDefinitionId);
    const roleName = properties.expandedProperties?.roleDefinition?.displayName;
    return {
      id: instanceId,
      roleId,
      roleName: roleName ?? nameOfBuiltInRole(roleId),
      principalId: properties.principalId,
      principalType: properties.principalType ?? null,
      scope: properties.scope,
      condition: textOf(properties.condition),
      createdAt: properties.startDateTime ?? null,
    };
  });
}

function askedFor(id: VmId, signal: AbortSignal) {
  const { name } = partsOfVmId(id);
  return {
    purpose: `reading the role assignments on ${name}`,
    right: `Microsoft.Authorization/roleAssignments/read on the virtual machine ${name}, as in Reader`,
    signal,
  };
}

export function nameOfBuiltInRole(roleId: string): string | null {
  const role = Object.values(builtInRoles).find(({ id }) => id === roleId.toLowerCase());
  return role?.name ?? null;
}
