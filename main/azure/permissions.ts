import { z } from 'zod';
import { Permission } from '../../shared/azure/access';
import type { VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { Arm } from './arm';
import { callArm } from './arm-errors';

const strings = z.array(z.string()).nullish();

/** Some services leave out the arrays that are empty. */
export const PermissionAnswer = z
  .object({ actions: strings, notActions: strings, dataActions: strings, notDataActions: strings })
  .transform(
    ({ actions, notActions, dataActions, notDataActions }): Permission => ({
      actions: actions ?? [],
      notActions: notActions ?? [],
      dataActions: dataActions ?? [],
      notDataActions: notDataActions ?? [],
    }),
  );

const Answer = z.object({ value: z.array(PermissionAnswer) });

/**
 * What the caller may do on the VM, one entry an assignment, groups and inheritance already resolved.
 *
 * Read plainly: the SDK's call writes a double slash into the address.
 */
export async function readPermissions(arm: Arm, id: VmId, signal: AbortSignal): Promise<Permission[]> {
  const { name } = partsOfVmId(id);
  const asked = {
    purpose: `reading your permissions on ${name}`,
    right: `Microsoft.Authorization/permissions/read on the virtual machine ${name}, as in Reader`,
    signal,
  };
  const { value } = await callArm(asked, (abortSignal) =>
    arm.read({
      path: `${id}/providers/Microsoft.Authorization/permissions`,
      query: { 'api-version': '2022-04-01' },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return value;
}
