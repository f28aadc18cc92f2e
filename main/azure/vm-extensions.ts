import type {
  VirtualMachineExtensionInstanceView as InstanceViewModel,
  VirtualMachineExtension,
} from '@azure/arm-compute';
import { z } from 'zod';
import type { VmExtension, VmId } from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { Arm } from './arm';
import { callArm } from './arm-errors';
import { textOf } from './virtual-machines';

/** The VM's extensions and what each reported, in one request. */
export async function readVmExtensions(arm: Arm, id: VmId, signal: AbortSignal): Promise<VmExtension[]> {
  const { subscriptionId, resourceGroup, name } = partsOfVmId(id);
  const asked = {
    purpose: `reading the extensions of ${name}`,
    right: `Reader on the virtual machine ${name}`,
    signal,
  };
  const { value = [] } = await callArm(asked, async (abortSignal) => {
    const client = await arm.compute(subscriptionId);
    return client.virtualMachineExtensions.list(resourceGroup, name, { expand: 'instanceView', abortSignal });
  });
  return value.map(vmExtensionOf);
}

export function vmExtensionOf(model: VirtualMachineExtension): VmExtension {
  const status = decisiveStatus(model.instanceView);
  return {
    name: model.name ?? '',
    publisher: model.publisher ?? '',
    type: model.typePropertiesType ?? '',
    version: textOf(model.instanceView?.typeHandlerVersion) ?? textOf(model.typeHandlerVersion),
    provisioningState: textOf(model.provisioningState) ?? 'Unknown',
    statusCode: textOf(status?.code),
    statusMessage: textOf(status?.message),
    mdmId: Settings.safeParse(model.settings).data?.mdmId ?? null,
  };
}

const Settings = z.object({ mdmId: z.string() });

// A handler that reports several statuses may name its failure in any of them.
function decisiveStatus(view: InstanceViewModel | undefined) {
  return view?.statuses?.find(({ level }) => level === 'Error') ?? view?.statuses?.[0];
}
