import { z } from 'zod';
import type { EntraDevice } from '../../shared/entra/device';
import { isAppError } from '../../shared/errors/app-error';
import { consentTo, type Graph, odata } from './graph';
import { callGraph } from './graph-errors';

const Device = z.object({
  id: z.string(),
  deviceId: z.string().nullish(),
  displayName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  trustType: z.string().nullish(),
  registrationDateTime: z.string().nullish(),
  approximateLastSignInDateTime: z.string().nullish(),
  physicalIds: z.array(z.string()).nullish(),
  hostnames: z.array(z.string()).nullish(),
});
type Device = z.infer<typeof Device>;

const Answer = z.object({ value: z.array(Device) });

const fields =
  'id,deviceId,displayName,accountEnabled,trustType,registrationDateTime,approximateLastSignInDateTime,physicalIds';

const resourceIdPrefix = '[AzureResourceId]:';

/** Devices whose `physicalIds` carry the VM's resource id. */
export async function readDevicesOfVm(
  graph: Graph,
  vmId: string,
  signal: AbortSignal,
): Promise<EntraDevice[]> {
  // Graph knows no "ends here" for these: a VM's id is also how its longer-named neighbour's begins.
  const filter = `physicalIds/any(p:startsWith(p,${odata(resourceIdPrefix + vmId)}))`;
  const devices = await readDevices(graph, filter, "looking for the VM's device in Entra ID", signal);
  return devices.filter(({ azureResourceId }) => azureResourceId?.toLowerCase() === vmId.toLowerCase());
}

export function readDevicesNamed(graph: Graph, name: string, signal: AbortSignal): Promise<EntraDevice[]> {
  const filter = `displayName eq ${odata(name)}`;
  return readDevices(graph, filter, `looking for devices named ${name} in Entra ID`, signal);
}

/**
 * Host names are in Graph's beta alone, which may change or be refused at any time: then v1.0 is asked, in a
 * second request, and host names stay unread.
 */
async function readDevices(
  graph: Graph,
  filter: string,
  purpose: string,
  signal: AbortSignal,
): Promise<EntraDevice[]> {
  try {
    return await readVersion('beta', `${fields},hostnames`, graph, filter, purpose, signal);
  } catch (error) {
    if (!isAppError(error) || !['not-found', 'unexpected'].includes(error.code)) throw error;
    return readVersion('v1.0', fields, graph, filter, purpose, signal);
  }
}

async function readVersion(
  version: 'beta' | 'v1.0',
  select: string,
  graph: Graph,
  filter: string,
  purpose: string,
  signal: AbortSignal,
): Promise<EntraDevice[]> {
  const asked = { purpose, right: consentTo('Device.Read.All'), signal };
  const { value } = await callGraph(asked, (abortSignal) =>
    graph.with('Device.Read.All')({
      path: `/${version}/devices`,
      query: { $filter: filter, $select: select, $count: 'true', $top: '100' },
      headers: { ConsistencyLevel: 'eventual' },
      answer: Answer,
      signal: abortSignal,
    }),
  );
  return value.map(entraDeviceOf);
}

function entraDeviceOf(device: Device): EntraDevice {
  const resourceId = device.physicalIds?.find((id) =>
    id.toLowerCase().startsWith(resourceIdPrefix.toLowerCase()),
  );
  return {
    objectId: device.id,
    deviceId: device.deviceId ?? '',
    displayName: device.displayName ?? '',
    isEnabled: device.accountEnabled !== false,
    trustType: device.trustType ?? null,
    registeredAt: device.registrationDateTime ?? null,
    lastSignInAt: device.approximateLastSignInDateTime ?? null,
    azureResourceId: resourceId?.slice(resourceIdPrefix.length).trim() ?? null,
    hostNames: device.hostnames ?? null,
  };
}
