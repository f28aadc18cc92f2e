import { z } from 'zod';
import type { DenyAssignment } from '../../shared/azure/access';
import { isSameResource } from '../../shared/azure/same-resource';
import type { VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { PermissionAnswer } from './permissions';

const Principal = z.object({ id: z.string(), type: z.string().nullish() });
type Principal = z.infer<typeof Principal>;

const Properties = z.object({
  denyAssignmentName: z.string().nullish(),
  scope: z.string(),
  doNotApplyToChildScopes: z.boolean().nullish(),
  permissions: z.array(PermissionAnswer).nullish(),
  principals: z.array(Principal).nullish(),
  excludePrincipals: z.array(Principal).nullish(),
});
export type DenyAssignmentProperties = z.infer<typeof Properties>;

const Answer = z.object({ value: z.array(z.object({ properties: Properties })) });

/** The deny assignments at the VM and above that apply to the principal, or may. */
export async function readDenyAssignments(
  arm: Arm,
  id: VmId,
  principalId: string,
  signal: AbortSignal,
): Promise<DenyAssignment[]> {
  const { name } = partsOfVmId(id);
  const asked = {
    purpose: `reading the deny assignments on ${name}`,
    right: `Microsoft.Authorization/denyAssignments/read on the virtual machine ${name}, as in Reader`,
    signal,
  };
  const { value } = await callArm(asked, (abortSignal) =>
    arm.read({
      path: `${id}/providers/Microsoft.Authorization/denyAssignments`,
      query: { 'api-version': '2022-04-01', $filter: 'atScope()' },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return value.flatMap(({ properties }) => denyAssignmentFor(properties, id, principalId) ?? []);
}

/** Azure's principal for "everyone". */
const everyone = '00000000-0000-0000-0000-000000000000';

/** Null where it does not apply to the principal; uncertain where only membership of a group would tell. */
export function denyAssignmentFor(
  properties: DenyAssignmentProperties,
  id: VmId,
  principalId: string,
): DenyAssignment | null {
  const { scope, doNotApplyToChildScopes, principals, excludePrincipals } = properties;
  if (doNotApplyToChildScopes === true && !isSameResource(scope, id)) return null;

  const denied = holds(principals ?? [], principalId);
  const excluded = holds(excludePrincipals ?? [], principalId);
  if (denied === 'no' || excluded === 'yes') return null;
  return {
    name: properties.denyAssignmentName ?? '',
    scope,
    permissions: properties.permissions ?? [],
    isCertain: denied === 'yes' && excluded === 'no',
  };
}

function holds(principals: readonly Principal[], principalId: string): 'yes' | 'no' | 'perhaps' {
  const isNamed = ({ id }: Principal) => id === everyone || id.toLowerCase() === principalId.toLowerCase();
  if (principals.some(isNamed)) return 'yes';
  return principals.some(({ type }) => type?.toLowerCase() === 'group') ? 'perhaps' : 'no';
}
