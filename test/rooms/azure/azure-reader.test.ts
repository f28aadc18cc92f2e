import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AzureReader } from '../../../main/azure/azure-reader';
import { createAzureReader } from '../../../main/azure/create-azure-reader';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { builtInRoles, loginAction } from '../../../shared/azure/access';
import { isLoginExtension, networkOfSubnet, VmId } from '../../../shared/azure/virtual-machine';
import { endpointOf, holding, vmCalled } from '../../support/demo-world';
import { signIn, startContoso } from '../demo/support';

const signal = new AbortController().signal;
let demo: DemoAzure;
let ada: AzureReader;
let lin: AzureReader;
let grace: AzureReader;
let adaId: string;
let linId: string;

beforeAll(async () => {
  demo = await startContoso();
  const readerOf = async (username: string) =>
    createAzureReader(endpointOf(demo), holding((await signIn(demo, username)).armToken));
  ada = await readerOf('ada@contoso.example');
  lin = await readerOf('lin@contoso.example');
  grace = await readerOf('grace@contoso.example');
  adaId = demo.account('ada@contoso.example')?.objectId ?? '';
  linId = demo.account('lin@contoso.example')?.objectId ?? '';
});
afterAll(() => demo.close());

describe('the virtual machine', () => {
  it('comes with its instance view in one request', async () => {
    const before = demo.requests.total;
    const vm = await ada.virtualMachine(vmCalled(demo, 'ready-long-resource-name-02'), signal);
    expect(demo.requests.total - before).toBe(1);
    expect(vm).toMatchObject({
      name: 'ready-long-resource-name-02',
      computerName: 'READY-02',
      osType: 'Windows',
      identity: { type: 'SystemAssigned', tenantId: demo.tenant.id },
      instanceView: { computerName: 'READY-02', powerState: 'running', agent: { isReady: true } },
    });
    expect(vm.networkInterfaceIds).toHaveLength(1);
    expect(vm.instanceView?.rdpThumbprint).toMatch(/^[0-9A-F]{40}$/i);
    expect(Date.parse(vm.createdAt ?? '')).not.toBeNaN();
  });

  it('has no agent and an unknown system while it is deallocated', async () => {
    const vm = await ada.virtualMachine(vmCalled(demo, 'stopped-01'), signal);
    expect(vm.instanceView).toMatchObject({ powerState: 'deallocated', agent: null, osVersion: null });
  });

  it('tells an agent that is not ready', async () => {
    const vm = await ada.virtualMachine(vmCalled(demo, 'agent-not-ready-01'), signal);
    expect(vm.instanceView?.agent).toMatchObject({
      isReady: false,
      status: expect.stringContaining('Not Ready'),
    });
  });

  it('is not found where there is none', async () => {
    const id = VmId.parse(vmCalled(demo, 'ready-01').replace('ready-01', 'gone-01'));
    await expect(ada.virtualMachine(id, signal)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is denied to whoever has no right on it', async () => {
    await expect(lin.virtualMachine(vmCalled(demo, 'stopped-01'), signal)).rejects.toMatchObject({
      code: 'access-denied',
      missing: 'Reader on the virtual machine stopped-01',
    });
  });
});

it('reads an extension by publisher and type, with what it reported', async () => {
  const extensions = await ada.vmExtensions(vmCalled(demo, 'ext-tenant-unavailable-01'), signal);
  const login = extensions.find(isLoginExtension);
  expect(login).toMatchObject({ provisioningState: 'Failed', version: expect.stringMatching(/^\d/) });
  expect(`${login?.statusCode} ${login?.statusMessage}`).toContain('-2145648574');
});

it('reads the subscription with its tenant', async () => {
  const [first] = demo.tenant.subscriptions;
  expect(await ada.subscription(first?.id ?? '', signal)).toEqual({
    id: first?.id,
    name: first?.name,
    tenantId: demo.tenant.id,
  });
});

describe('the network', () => {
  const interfacesOf = async (name: string) => {
    const vm = await ada.virtualMachine(vmCalled(demo, name), signal);
    return ada.networkInterfaces(vm.networkInterfaceIds, signal);
  };

  it('has the addresses of the interfaces', async () => {
    const [nic] = await interfacesOf('ready-01');
    expect(nic?.privateAddresses).toEqual(['10.1.0.4']);
    expect(nic?.subnetId).toMatch(/\/subnets\//);
  });

  it('says what the settings let out', async () => {
    const outbound = await ada.outboundAccess(await interfacesOf('ready-01'), signal);
    const priorities = outbound.rules.map(({ priority }) => priority);
    expect(outbound.rules.length).toBeGreaterThan(0);
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
  });

  it('says what is in effect on an interface to whoever may ask, once Azure has worked it out', async () => {
    const interfaces = await interfacesOf('ready-01');
    const rules = await grace.effectiveOutboundRules(interfaces, signal);
    expect(rules.map(({ name }) => name)).toContain('DenyAllOutBound');
    await expect(ada.effectiveOutboundRules(interfaces, signal)).rejects.toMatchObject({
      code: 'access-denied',
      missing: expect.stringContaining('effectiveNetworkSecurityGroups/action'),
    });
  });

  it('knows which Bastion stands in, or beside, the network of a VM', async () => {
    const { hosts, peerings } = await ada.bastions(signal);
    const [nic] = await interfacesOf('ready-01');
    const network = networkOfSubnet(nic?.subnetId ?? '').toLowerCase();
    const reachable = [network, ...peerings.filter(({ from }) => from === network).map(({ to }) => to)];
    expect(hosts.some(({ networkId }) => networkId !== null && reachable.includes(networkId))).toBe(true);
    expect(hosts[0]).toMatchObject({
      sku: 'Standard',
      allowsTunneling: true,
      provisioningState: 'Succeeded',
    });
  });

  it('names the other VM that owns an address, and not the VM itself', async () => {
    const other = vmCalled(demo, 'ready-01');
    const asking = vmCalled(demo, 'dns-elsewhere-01');
    expect(await ada.addressOwners(asking, ['10.1.0.4'], signal)).toEqual([
      { address: '10.1.0.4', vmId: other, vmName: 'ready-01' },
    ]);
    expect(await ada.addressOwners(other, ['10.1.0.4'], signal)).toEqual([]);
  });

  it('asks nothing for no addresses', async () => {
    const before = demo.requests.total;
    expect(await ada.addressOwners(null, [], signal)).toEqual([]);
    expect(demo.requests.total).toBe(before);
  });
});

describe('access', () => {
  it('is what the permissions say, entry by entry', async () => {
    const permissions = await ada.permissions(vmCalled(demo, 'ready-01'), signal);
    expect(permissions.flatMap(({ dataActions }) => dataActions)).toContain(loginAction);
  });

  it('names the assignments, those of groups included', async () => {
    const assignments = await ada.roleAssignments(
      vmCalled(demo, 'ready-01'),
      { objectId: adaId, isCaller: true },
      signal,
    );
    expect(assignments.map(({ roleName }) => roleName)).toContain(builtInRoles.userLogin.name);
    expect(assignments.every(({ scope }) => vmCalled(demo, 'ready-01').startsWith(scope))).toBe(true);
  });

  it('falls back on the own assignments where assignments may not be read', async () => {
    const assignments = await lin.roleAssignments(
      vmCalled(demo, 'ready-01'),
      { objectId: linId, isCaller: true },
      signal,
    );
    expect(assignments).toMatchObject([{ roleId: builtInRoles.userLogin.id, principalId: linId }]);
  });

  it('names what could be activated', async () => {
    const eligibilities = await ada.roleEligibilities(vmCalled(demo, 'role-eligible-01'), signal);
    expect(eligibilities.map(({ roleName }) => roleName)).toContain(builtInRoles.userLogin.name);
  });

  it('names the deny assignment', async () => {
    const denials = await ada.denyAssignments(vmCalled(demo, 'denied-01'), adaId, signal);
    expect(denials).toHaveLength(1);
    expect(denials[0]?.permissions.flatMap(({ dataActions }) => dataActions)).not.toEqual([]);
    expect(await ada.denyAssignments(vmCalled(demo, 'ready-01'), adaId, signal)).toEqual([]);
  });
});
