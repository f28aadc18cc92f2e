import { z } from 'zod';
import { extensionJson, instanceViewJson, statusesJson, vmJson } from './arm-compute-shapes';
import { operationRoutes, startOperation } from './arm-operations';
import { type ArmCall, type ArmRoute, armError, ok, pageOf, resourceNotFound } from './arm-route';
import { type DemoVm, reportOf } from './complete-vm';
import type { DemoRequest, DemoResponse } from './demo-http';
import { guidOf } from './demo-ids';
import type { DemoOperation } from './demo-state';
import { findVm, keepVm, vmIds } from './demo-vms';
import { decider } from './rights';
import { DemoExtension } from './tenant-machines';

const vmPath =
  '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Compute/virtualMachines/{vm}';
const actionOn = (what: string) => `Microsoft.Compute/virtualMachines/${what}`;

export const computeRoutes: readonly ArmRoute[] = [
  list('/subscriptions/{subscription}/providers/Microsoft.Compute/virtualMachines'),
  list('/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Compute/virtualMachines'),
  {
    method: 'GET',
    path: vmPath,
    action: actionOn('read'),
    answer: (call) => onVm(call, (vm) => ok(vmJson(vm, expandsInstanceView(call.request)))),
  },
  {
    method: 'GET',
    path: `${vmPath}/instanceView`,
    action: actionOn('instanceView/read'),
    scope: ({ request }) => request.path.replace(/\/instanceView$/i, ''),
    answer: (call) => onVm(call, (vm) => ok(instanceViewJson(vm))),
  },
  {
    method: 'GET',
    path: `${vmPath}/extensions`,
    action: actionOn('extensions/read'),
    scope: ({ request }) => request.path.replace(/\/extensions$/i, ''),
    answer: (call) =>
      onVm(call, (vm) =>
        ok({
          value: vm.extensions.map((one) => extensionJson(vm, one, expandsInstanceView(call.request))),
        }),
      ),
  },
  {
    method: 'GET',
    path: `${vmPath}/extensions/{extension}`,
    action: actionOn('extensions/read'),
    answer: (call) =>
      onVm(call, (vm) => {
        const found = extensionOf(vm, call.named.extension);
        return found
          ? ok(extensionJson(vm, found, expandsInstanceView(call.request)))
          : resourceNotFound(call.request);
      }),
  },
  {
    method: 'PUT',
    path: `${vmPath}/extensions/{extension}`,
    action: actionOn('extensions/write'),
    answer: (call) => onVm(call, (vm) => putExtension(call, vm)),
  },
  {
    method: 'DELETE',
    path: `${vmPath}/extensions/{extension}`,
    action: actionOn('extensions/delete'),
    answer: (call) =>
      onVm(call, (vm) => {
        const removed = extensionOf(vm, call.named.extension);
        if (!removed) return { status: 204 };
        return accepted(call, vm, () => {
          vm.extensions = vm.extensions.filter((one) => one !== removed);
          if (removed.type === 'AADLoginForWindows') vm.device = null;
        });
      }),
  },
  {
    method: 'PATCH',
    path: vmPath,
    action: actionOn('write'),
    answer: (call) => onVm(call, (vm) => patchVm(call, vm)),
  },
  ...power('start', 'running'),
  ...power('restart', 'running'),
  ...power('powerOff', 'stopped'),
  ...power('deallocate', 'deallocated'),
  ...operationRoutes,
];

/** Azure lists what the caller may read, and leaves the rest out without a word. */
function list(path: string): ArmRoute {
  return {
    method: 'GET',
    path,
    action: null,
    answer: ({ state, account, request }) => {
      const mayRead = decider(state, account, actionOn('read'));
      const prefix = request.path.replace(/\/providers\/.*$/i, '').toLowerCase();
      const ids = vmIds(state).filter((id) => id.toLowerCase().startsWith(`${prefix}/`) && mayRead(id));
      const statusOnly = request.url.searchParams.get('statusOnly') === 'true';
      return pageOf({ state, request }, ids, (id) => {
        const vm = findVm(state, id);
        return vm ? [statusOnly ? statusJson(vm) : vmJson(vm, false)] : [];
      });
    },
  };
}

function statusJson(vm: DemoVm): object {
  return {
    id: vm.id,
    name: vm.name,
    type: 'Microsoft.Compute/virtualMachines',
    location: vm.location,
    properties: { vmId: guidOf('vm', vm.id), instanceView: { statuses: statusesJson(vm) } },
  };
}

function onVm(call: ArmCall, answer: (vm: DemoVm) => DemoResponse): DemoResponse {
  const id = /^.*?\/virtualMachines\/[^/]+/i.exec(call.request.path)?.[0] ?? '';
  const vm = call.request.method === 'GET' ? findVm(call.state, id) : keepVm(call.state, id);
  return vm ? answer(vm) : resourceNotFound(call.request);
}

function expandsInstanceView({ url }: DemoRequest): boolean {
  return /instanceView/i.test(url.searchParams.get('$expand') ?? '');
}

function extensionOf({ extensions }: DemoVm, name: string | undefined): DemoExtension | undefined {
  return extensions.find((one) => one.name.toLowerCase() === name?.toLowerCase());
}

function accepted(call: ArmCall, vm: DemoVm, change: () => void): DemoResponse {
  const headers = startOperation(call, vm.subscriptionId, () => {
    change();
    return { status: 'Succeeded' };
  });
  return { status: 202, headers };
}

function power(name: string, result: DemoVm['powerState']): readonly ArmRoute[] {
  return [
    {
      method: 'POST',
      path: `${vmPath}/${name}`,
      action: actionOn(`${name}/action`),
      scope: ({ request }) => request.path.replace(/\/[^/]+$/, ''),
      answer: (call) =>
        onVm(call, (vm) =>
          accepted(call, vm, () => {
            vm.powerState = result;
            vm.instanceView = reportOf(vm);
          }),
        ),
    },
  ];
}

const ExtensionBody = z.object({
  properties: z.object({
    publisher: z.string(),
    type: z.string(),
    typeHandlerVersion: z.string().default('2.0'),
    settings: z.object({ mdmId: z.string().optional() }).loose().optional(),
  }),
});

function putExtension(call: ArmCall, vm: DemoVm): DemoResponse {
  const { data: body } = ExtensionBody.safeParse(call.request.json());
  if (!body) return armError(400, 'InvalidParameter', 'The extension needs a publisher and a type.');
  const wanted = DemoExtension.parse({
    name: call.named.extension,
    publisher: body.properties.publisher,
    type: body.properties.type,
    version: body.properties.typeHandlerVersion,
    mdmId: body.properties.settings?.mdmId ?? null,
    provisioningState: 'Creating',
    statusCode: null,
  });
  const before = extensionOf(vm, wanted.name);
  vm.extensions = [...vm.extensions.filter((one) => one !== before), wanted];
  const headers = startOperation(call, vm.subscriptionId, () => finishExtension(vm, wanted));
  return { status: before ? 200 : 201, headers, body: extensionJson(vm, wanted, false) };
}

/** Without an identity the VM cannot join, whatever the extension is told. */
function finishExtension(vm: DemoVm, extension: DemoExtension): NonNullable<DemoOperation['outcome']> {
  const joins = extension.type === 'AADLoginForWindows';
  if (!joins || vm.identity?.principalId) {
    extension.provisioningState = 'Succeeded';
    extension.statusCode = 'ProvisioningState/succeeded';
    if (joins) vm.device ??= freshDevice(vm);
    return { status: 'Succeeded' };
  }
  const message = `Handler '${extension.publisher}.${extension.type}' has reported failure for VM Extension '${extension.name}' with terminal error code '1007' and error message: 'Command has exited with Exit code: -2145648574'`;
  extension.provisioningState = 'Failed';
  extension.statusCode = 'ProvisioningState/failed/-2145648574';
  extension.statusMessage = message;
  return { status: 'Failed', error: { code: 'VMExtensionHandlerNonTransientError', message } };
}

function freshDevice(vm: DemoVm): NonNullable<DemoVm['device']> {
  const displayName = vm.computerName ?? vm.name;
  return {
    displayName,
    objectId: guidOf('device object', vm.id, 'joined'),
    deviceId: guidOf('device', vm.id, 'joined'),
    hostNames: [displayName],
    azureResourceId: vm.id,
    hasPhysicalIds: true,
    isEnabled: true,
    trustType: 'AzureAd',
    registeredAt: new Date().toISOString(),
    lastSignInAt: null,
    operatingSystemVersion: vm.instanceView.osVersion,
  };
}

const VmPatch = z.object({ identity: z.object({ type: z.string() }).optional() }).loose();

function patchVm(call: ArmCall, vm: DemoVm): DemoResponse {
  const { data: patch } = VmPatch.safeParse(call.request.json());
  if (!patch) return armError(400, 'InvalidParameter', 'The body is not a virtual machine.');
  if (patch.identity) {
    vm.identity = {
      type: patch.identity.type,
      tenantId: call.state.tenant.id,
      principalId: patch.identity.type.includes('SystemAssigned') ? guidOf('identity', vm.id) : null,
    };
  }
  return ok(vmJson(vm, false));
}
