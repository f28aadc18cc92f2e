import {
  bastionJson,
  networkJson,
  nicJson,
  peeringsJson,
  publicAddressJson,
  securityGroupJson,
  subnetJson,
} from './arm-network-shapes';
import { startOperation } from './arm-operations';
import { type ArmRoute, armError, ok, pageOf, resourceNotFound } from './arm-route';
import type { DemoState } from './demo-state';
import { findNic, findPublicAddress, findVm, vmIds } from './demo-vms';
import { effectiveGroupsJson } from './effective-groups';
import { decider } from './rights';

const group = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Network';
const everywhere = '/subscriptions/{subscription}/providers/Microsoft.Network';

export const networkRoutes: readonly ArmRoute[] = [
  {
    method: 'GET',
    path: `${group}/networkInterfaces/{name}`,
    action: 'Microsoft.Network/networkInterfaces/read',
    answer: ({ state, account, request }) => {
      const found = findNic(state, request.path);
      if (!found) return resourceNotFound(request);
      const mayReadAddress = decider(state, account, 'Microsoft.Network/publicIPAddresses/read');
      const expands = /publicIPAddress/i.test(request.url.searchParams.get('$expand') ?? '');
      return ok(nicJson(found.vm, found.nic, expands ? mayReadAddress : () => false));
    },
  },
  {
    method: 'POST',
    path: `${group}/networkInterfaces/{name}/effectiveNetworkSecurityGroups`,
    action: 'Microsoft.Network/networkInterfaces/effectiveNetworkSecurityGroups/action',
    scope: ({ request }) => nicPath(request.path),
    answer: (call) => {
      const { request, state } = call;
      const found = findNic(state, nicPath(request.path));
      if (!found) return resourceNotFound(request);
      const { nic, vm } = found;
      if (vm.powerState !== 'running') {
        return armError(
          400,
          'NetworkInterfaceNotAttachedToRunningVm',
          `The network interface ${nic.name} is not attached to a running virtual machine.`,
        );
      }
      const body = { value: effectiveGroupsJson(nic, state.tenant) };
      const complete = () => ({ status: 'Succeeded' as const, body });
      return { status: 202, headers: startOperation(call, vm.subscriptionId, complete) };
    },
  },
  {
    method: 'GET',
    path: `${group}/publicIPAddresses/{name}`,
    action: 'Microsoft.Network/publicIPAddresses/read',
    answer: ({ state, request }) => {
      const found = findPublicAddress(state, request.path);
      return found ? ok(publicAddressJson(found.vm, found.nic)) : resourceNotFound(request);
    },
  },
  {
    method: 'GET',
    path: `${group}/virtualNetworks/{network}/subnets/{subnet}`,
    action: 'Microsoft.Network/virtualNetworks/subnets/read',
    answer: ({ state, request }) => {
      const subnet = state.tenant.networks
        .flatMap(({ subnets }) => subnets)
        .find(({ id }) => isSame(id, request.path));
      return subnet ? ok(subnetJson(subnet)) : resourceNotFound(request);
    },
  },
  ...[group, everywhere].map(
    (where): ArmRoute => ({
      method: 'GET',
      path: `${where}/networkInterfaces`,
      action: null,
      answer: (call) => {
        const { account, state } = call;
        const mayRead = decider(state, account, 'Microsoft.Network/networkInterfaces/read');
        const vms = vmIds(state).filter((id) => id.toLowerCase().startsWith(prefixOf(call.request.path)));
        return pageOf(call, vms, (id) => {
          const vm = findVm(state, id);
          const nics = vm?.interfaces.filter((nic) => mayRead(nic.id)) ?? [];
          return vm ? nics.map((nic) => nicJson(vm, nic, () => false)) : [];
        });
      },
    }),
  ),
  ...collection('publicIPAddresses', 'publicIPAddresses', (state) =>
    [...state.vms.values()].flatMap((vm) =>
      vm.interfaces.flatMap((nic) =>
        nic.publicAddressId === null
          ? []
          : [{ id: nic.publicAddressId, json: () => publicAddressJson(vm, nic) }],
      ),
    ),
  ),
  ...resource('virtualNetworks', (state) =>
    state.tenant.networks.map((network) => ({ id: network.id, json: () => networkJson(network) })),
  ),
  ...resource('networkSecurityGroups', (state) =>
    state.tenant.securityGroups.map((one) => ({ id: one.id, json: () => securityGroupJson(one) })),
  ),
  ...resource('bastionHosts', (state) =>
    state.tenant.bastions.map((one) => ({ id: one.id, json: () => bastionJson(one) })),
  ),
  {
    method: 'GET',
    path: `${group}/virtualNetworks/{network}/virtualNetworkPeerings`,
    action: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/read',
    answer: ({ state, request }) => {
      const id = request.path.replace(/\/virtualNetworkPeerings$/i, '');
      const network = state.tenant.networks.find((one) => isSame(one.id, id));
      return network ? ok({ value: peeringsJson(network) }) : resourceNotFound(request);
    },
  },
];

interface Resource {
  readonly id: string;
  readonly json: () => object;
}

function nicPath(path: string): string {
  return path.replace(/\/effectiveNetworkSecurityGroups$/i, '');
}

/** One resource by its id, and lists of it by group and by subscription. */
function resource(type: string, all: (state: DemoState) => readonly Resource[]): readonly ArmRoute[] {
  return [
    {
      method: 'GET',
      path: `${group}/${type}/{name}`,
      action: `Microsoft.Network/${type}/read`,
      answer: ({ state, request }) => {
        const found = all(state).find(({ id }) => isSame(id, request.path));
        return found ? ok(found.json()) : resourceNotFound(request);
      },
    },
    ...collection(type, type, all),
  ];
}

function collection(
  path: string,
  type: string,
  all: (state: DemoState) => readonly Resource[],
): readonly ArmRoute[] {
  return [`${group}/${path}`, `${everywhere}/${path}`].map((where) => ({
    method: 'GET',
    path: where,
    action: null,
    answer: ({ state, account, request }) => {
      const mayRead = decider(state, account, `Microsoft.Network/${type}/read`);
      const prefix = prefixOf(request.path);
      const found = all(state).filter(({ id }) => id.toLowerCase().startsWith(prefix) && mayRead(id));
      return ok({ value: found.map(({ json }) => json()) });
    },
  }));
}

/** What the ids of everything in the listed group or subscription begin with. */
function prefixOf(path: string): string {
  return `${path.replace(/\/providers\/.*$/i, '').toLowerCase()}/`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
