import type {
  VirtualMachineInstanceView as InstanceViewModel,
  VirtualMachine as VirtualMachineModel,
} from '@azure/arm-compute';
import {
  powerStateOf,
  type VirtualMachine,
  VmId,
  type VmInstanceView,
} from '../../shared/azure/virtual-machine';
import { partsOfVmId } from '../../shared/azure/vm-id-parts';
import type { Arm } from './arm';
import { callArm } from './arm-errors';

/** The VM and its instance view in one request. */
export async function readVirtualMachine(arm: Arm, id: VmId, signal: AbortSignal): Promise<VirtualMachine> {
  const { subscriptionId, resourceGroup, name } = partsOfVmId(id);
  const asked = {
    purpose: `reading the virtual machine ${name}`,
    right: `Reader on the virtual machine ${name}`,
    signal,
  };
  const model = await callArm(asked, async (abortSignal) => {
    const client = await arm.compute(subscriptionId);
    return client.virtualMachines.get(resourceGroup, name, { expand: 'instanceView', abortSignal });
  });
  return virtualMachineOf(id, model);
}

/** The SDK's model in our words. `id` stands in where the answer has none that we know as a VM's. */
export function virtualMachineOf(id: VmId, model: VirtualMachineModel): VirtualMachine {
  const vmId = VmId.safeParse(model.id).data ?? id;
  const { subscriptionId, resourceGroup, name } = partsOfVmId(vmId);
  const image = model.storageProfile?.imageReference;
  return {
    id: vmId,
    name: model.name ?? name,
    subscriptionId,
    resourceGroup,
    location: model.location,
    tags: model.tags ?? {},
    computerName: textOf(model.osProfile?.computerName),
    osType: model.storageProfile?.osDisk?.osType ?? null,
    image: image
      ? {
          publisher: textOf(image.publisher),
          offer: textOf(image.offer),
          sku: textOf(image.sku),
          exactVersion: textOf(image.exactVersion),
        }
      : null,
    identity: model.identity?.type
      ? {
          type: model.identity.type,
          principalId: textOf(model.identity.principalId),
          tenantId: textOf(model.identity.tenantId),
        }
      : null,
    networkInterfaceIds: (model.networkProfile?.networkInterfaces ?? []).flatMap((nic) => nic.id ?? []),
    createdAt: timeOf(model.timeCreated),
    instanceView: model.instanceView ? instanceViewOf(model.instanceView) : null,
  };
}

function instanceViewOf(view: InstanceViewModel): VmInstanceView {
  const power = view.statuses?.find(({ code }) => code?.toLowerCase().startsWith('powerstate/'));
  return {
    computerName: textOf(view.computerName),
    osName: textOf(view.osName),
    osVersion: textOf(view.osVersion),
    powerState: powerStateOf(power?.code),
    agent: view.vmAgent ? agentOf(view.vmAgent) : null,
    rdpThumbprint: textOf(view.rdpThumbPrint),
  };
}

function agentOf(agent: NonNullable<InstanceViewModel['vmAgent']>): VmInstanceView['agent'] {
  const [status] = agent.statuses ?? [];
  return {
    version: textOf(agent.vmAgentVersion),
    isReady: status?.code?.toLowerCase() === 'provisioningstate/succeeded',
    status:
      [status?.displayStatus, status?.message].filter((part) => textOf(part) !== null).join(': ') || null,
  };
}

/** ARM writes what it does not know as an empty string. */
export function textOf(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}

/** ISO time; null for none and for one the SDK could not read. */
export function timeOf(date: Date | null | undefined): string | null {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
