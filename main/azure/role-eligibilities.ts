import { z } from 'zod';
import type { RoleEligibility } from '../../shared/azure/access';
import type { VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { nameOfResource } from './resource-id';
import { nameOfBuiltInRole } from './role-assignments';

const Answer = z.object({
  value: z.array(
    z.object({
      properties: z.object({
        roleDefinitionId: z.string(),
        scope: z.string(),
        endDateTime: z.string().nullish(),
        expandedProperties: z
          .object({ roleDefinition: z.object({ displayName: z.string().nullish() }).nullish() })
          .nullish(),
      }),
    }),
  ),
});

/** The roles on the VM that the caller may activate in Privileged Identity Management. */
export async function readRoleEligibilities(
  arm: Arm,
  id: VmId,
  signal: AbortSignal,
): Promise<RoleEligibility[]> {
  const { name } = partsOfVmId(id);
  const asked = {
    purpose: `reading the roles you could activate on ${name}`,
    right: `Microsoft.Authorization/roleEligibilityScheduleInstances/read on the virtual machine ${name}`,
    signal,
  };
  const { value } = await callArm(asked, (abortSignal) =>
    arm.read({
      path: `${id}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances`,
      query: { 'api-version': '2020-10-01', $filter: 'asTarget()' },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return value.map(({ properties: { roleDefinitionId, scope, endDateTime, expandedProperties } }) => {
    const roleId = nameOfResource(roleDefinitionId);
    return {
      roleId,
      roleName: expandedProperties?.roleDefinition?.displayName ?? nameOfBuiltInRole(roleId),
      scope,
      endsAt: endDateTime ?? null,
    };
  });
}
