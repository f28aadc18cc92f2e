import type { DemoResponse } from './demo-http';
import type { DemoState } from './demo-state';
import { findVm, vmIds } from './demo-vms';
import { collection, type GraphCall, type GraphRoute, graphError, literal, selected } from './graph-route';

type Device = DemoState['tenant']['devices'][number];

const mayRead = ['Device.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

export const deviceRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: /^\/devices$/i, permissions: mayRead, answer: listDevices },
  {
    method: 'GET',
    path: /^\/devices\/(?<id>[^/]+)$/i,
    permissions: mayRead,
    answer: (call) => {
      const found = allDevices(call.state)
        .flatMap((one) => madeDevice(call.state, one))
        .find(({ objectId }) => objectId === call.named.id);
      return found
        ? { status: 200, body: selected(call, deviceJson(found, call.version)) }
        : graphError(404, 'Request_ResourceNotFound', `Resource '${call.named.id}' does not exist.`);
    },
  },
];

/** The filters Graph knows for devices and this product sends. */
const filters: readonly {
  readonly pattern: RegExp;
  readonly isAdvanced: boolean;
  readonly find: (state: DemoState, value: string) => readonly Device[];
}[] = [
  {
    pattern: /^physicalIds\/any\((\w+):startsWith\(\1,'((?:[^']|'')*)'\)\)$/i,
    isAdvanced: true,
    find: (state, value) => startingWith(state, value),
  },
  {
    pattern: /^physicalIds\/any\((\w+):\1 eq '((?:[^']|'')*)'\)$/i,
    isAdvanced: false,
    find: (state, value) =>
      startingWith(state, value).filter((device) => isSame(physicalIdOf(device), value)),
  },
  {
    pattern: /^(displayName) eq '((?:[^']|'')*)'$/i,
    isAdvanced: false,
    find: (state, value) =>
      devicesPerhapsCalled(state, value).filter(({ displayName }) => isSame(displayName, value)),
  },
  {
    pattern: /^hostnames\/any\((\w+):\1 eq '((?:[^']|'')*)'\)$/i,
    isAdvanced: true,
    find: (state, value) =>
      devicesPerhapsCalled(state, value).filter(({ hostNames }) =>
        hostNames.some((name) => isSame(name, value)),
      ),
  },
];

function listDevices(call: GraphCall): DemoResponse {
  const { state, request, version } = call;
  const filter = request.url.searchParams.get('$filter');
  if (filter === null)
    return collection(call, 'devices', allDevices(state), (one) =>
      madeDevice(state, one).map((device) => deviceJson(device, version)),
    );
  for (const { pattern, isAdvanced, find } of filters) {
    const value = pattern.exec(filter.trim())?.[2];
    if (value === undefined) continue;
    if (isAdvanced && !asksEventually(call)) return unsupported();
    return collection(call, 'devices', find(state, literal(value)), (one) => [deviceJson(one, version)]);
  }
  return graphError(
    400,
    'Request_UnsupportedQuery',
    `Unsupported or invalid query filter clause: ${filter}.`,
  );
}

function asksEventually({ request }: GraphCall): boolean {
  return request.headers.consistencylevel === 'eventual' && request.url.searchParams.get('$count') === 'true';
}

function unsupported(): DemoResponse {
  return graphError(
    400,
    'Request_UnsupportedQuery',
    "Unsupported Query. This filter needs the header 'ConsistencyLevel: eventual' and $count=true.",
  );
}

/** A device of the directory, or the id of the VM that has it: there may be tens of thousands of those. */
type DeviceOrVmId = Device | string;

function allDevices(state: DemoState): readonly DeviceOrVmId[] {
  const joined = vmIds(state).filter((id) => {
    const described = state.vms.get(id.toLowerCase());
    return described ? described.device !== null : state.scaled.isJoined(id);
  });
  return [...joined, ...state.tenant.devices];
}

function madeDevice(state: DemoState, one: DeviceOrVmId): readonly Device[] {
  return typeof one === 'string' ? [findVm(state, one)?.device ?? []].flat() : [one];
}

/** A made-up VM's device is called as the VM is, so the others need not be made to find it. */
function devicesPerhapsCalled(state: DemoState, name: string): readonly Device[] {
  const described = [...state.vms.values()].flatMap(({ device }) => device ?? []);
  return [...described, ...state.tenant.devices, ...[state.scaled.called(name)?.device ?? []].flat()];
}

function startingWith(state: DemoState, prefix: string): readonly Device[] {
  const wanted = prefix.toLowerCase();
  const carries = ({ azureResourceId }: Device) =>
    azureResourceId !== null && physicalIdPrefix.concat(azureResourceId).toLowerCase().startsWith(wanted);
  const own = vmIds(state)
    .filter((id) => physicalIdPrefix.concat(id).toLowerCase().startsWith(wanted))
    .flatMap((id) => findVm(state, id)?.device ?? []);
  return [...own, ...state.tenant.devices].filter(carries);
}

const physicalIdPrefix = '[AzureResourceId]:';

function physicalIdOf({ azureResourceId }: Device): string {
  return azureResourceId === null ? '' : `${physicalIdPrefix}${azureResourceId}`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `hostnames` is in beta alone. */
function deviceJson(device: Device, version: string): Readonly<Record<string, unknown>> {
  return {
    id: device.objectId,
    deviceId: device.deviceId,
    displayName: device.displayName,
    accountEnabled: device.isEnabled,
    trustType: device.trustType,
    profileType: device.azureResourceId === null ? 'RegisteredDevice' : 'SecureVM',
    isManaged: null,
    isCompliant: null,
    operatingSystem: 'Windows',
    operatingSystemVersion: device.operatingSystemVersion,
    approximateLastSignInDateTime: device.lastSignInAt,
    registrationDateTime: device.registeredAt,
    physicalIds: device.azureResourceId === null ? [] : [physicalIdOf(device)],
    ...(version === 'beta' && { hostnames: device.hostNames }),
  };
}
