import type { VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import type { World } from './gatherer';

/** @throws AppError `not-asked` when only a host name was given. */
export function askedVm({ question }: World): VmId {
  if (question.vmId !== null) return question.vmId;
  throw new AppError(
    'not-asked',
    'Only a host name was given, so nothing was asked of Azure about the virtual machine behind it.',
  );
}
