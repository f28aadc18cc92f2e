import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ComputeManagementClient } from '@azure/arm-compute';
import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vmListQuery } from '../../../main/azure/queries';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { type SignedIn, signIn, startContoso } from './support';

const production = '11111111-aaaa-4000-a000-000000000001';
const development = '22222222-bbbb-4000-a000-000000000002';

describe('the SDKs of Azure, unchanged, against the demo', () => {
  let demo: DemoAzure;
  let ada: SignedIn;
  let grace: SignedIn;
  let asked: (GetTokenOptions | undefined)[] = [];

  const credentialOf = (who: SignedIn): TokenCredential => ({
    getToken: (_scopes, options) => {
      asked.push(options);
      return Promise.resolve({ token: who.armToken, expiresOnTimestamp: Date.now() + 3_000_000 });
    },
  });
  const options = () => ({
    endpoint: demo.cloud.arm,
    credentials: { scopes: [`${demo.cloud.arm}/.default`] },
    tlsOptions: { ca: demo.trustedCertificate },
    retryOptions: { maxRetries: 2 },
  });
  const compute = (who: SignedIn) => new ComputeManagementClient(credentialOf(who), production, options());

  beforeAll(async () => {
    demo = await startContoso();
    ada = await signIn(demo, 'ada@contoso.example');
    grace = await signIn(demo, 'grace@contoso.example');
  });
  afterAll(() => demo.close());
  beforeEach(() => {
    asked = [];
  });

  it('lists tenants and subscriptions', async () => {
    const client = new SubscriptionClient(credentialOf(ada), options());
    const subscriptions = await collect(client.subscriptions.list());
    expect(subscriptions.map(({ displayName }) => displayName)).toEqual(['Production', 'Development']);
    const tenants = await collect(client.tenants.list());
    expect(tenants.map(({ tenantId }) => tenantId)).toEqual([demo.tenant.id]);
  });

  it('lists VMs, and their states by statusOnly', async () => {
    const models = await collect(compute(ada).virtualMachines.listAll());
    expect(models.map(({ name }) => name)).toContain('ready-01');
    const states = await collect(compute(ada).virtualMachines.listAll({ statusOnly: 'true' }));
    const stopped = states.find(({ name }) => name === 'stopped-01');
    expect(stopped?.instanceView?.statuses?.map(({ code }) => code)).toContain('PowerState/deallocated');
  });

  it('reads one VM with what it reports', async () => {
    const vm = await compute(ada).virtualMachines.get('rg-app', 'ready-01', { expand: 'instanceView' });
    expect(vm.osProfile?.computerName).toBe('ready-01');
    expect(vm.instanceView?.osVersion).toBe('10.0.26100.7171');
    expect(vm.instanceView?.vmAgent?.statuses?.[0]?.displayStatus).toBe('Ready');
    expect(vm.identity?.tenantId).toBe(demo.tenant.id);
    expect(vm.networkProfile?.networkInterfaces?.[0]?.id).toMatch(/ready-01-nic$/);
    const view = await compute(ada).virtualMachines.instanceView('rg-broken', 'agent-not-ready-01');
    expect(view.vmAgent?.statuses?.[0]?.code).toBe('ProvisioningState/Unavailable');
    expect(view.osName).toBeUndefined();
  });

  it('reads extensions with the code of their failure', async () => {
    const { value = [] } = await compute(ada).virtualMachineExtensions.list(
      'rg-broken',
      'ext-discovery-failed-01',
      { expand: 'instanceView' },
    );
    expect(value[0]?.typePropertiesType).toBe('AADLoginForWindows');
    expect(value[0]?.provisioningState).toBe('Failed');
    expect(value[0]?.instanceView?.statuses?.[0]?.code).toBe('ProvisioningState/failed/-2145648607');
  });

  it('reads an interface with its public address', async () => {
    const network = new NetworkManagementClient(credentialOf(ada), production, options());
    const nic = await network.networkInterfaces.get('rg-access', 'jump-public-01-nic', {
      expand: 'ipConfigurations/publicIPAddress',
    });
    expect(nic.ipConfigurations?.[0]?.publicIPAddress?.ipAddress).toBe('203.0.113.24');
    expect(nic.networkSecurityGroup?.id).toMatch(/nsg-access$/);
    const group = await network.networkSecurityGroups.get('rg-network', 'nsg-workloads');
    expect(group.securityRules?.map(({ name }) => name)).toContain('allow-entra-id');
    const subnet = await network.subnets.get('rg-network', 'vnet-prod', 'workloads');
    expect(subnet.networkSecurityGroup?.id).toMatch(/nsg-workloads$/);
    const bastion = await network.bastionHosts.get('rg-network', 'bas-prod');
    expect(bastion.sku?.name).toBe('Standard');
    const peered = await network.virtualNetworks.get('rg-network', 'vnet-prod');
    expect(peered.virtualNetworkPeerings).toHaveLength(2);
  });

  it('knows who may do what', async () => {
    const client = new AuthorizationManagementClient(credentialOf(ada), production, options());
    const permissions = await collect(
      client.permissions.listForResource('rg-app', 'Microsoft.Compute', '', 'virtualMachines', 'ready-01'),
    );
    expect(permissions.flatMap(({ dataActions }) => dataActions ?? [])).toContain(
      'Microsoft.Compute/virtualMachines/login/action',
    );
    const scope = `subscriptions/${development}/resourceGroups/rg-restricted/providers/Microsoft.Compute/virtualMachines/owner-only-01`;
    const own = await collect(
      client.roleAssignments.listForScope(scope, { filter: `assignedTo('${idOf('ada@contoso.example')}')` }),
    );
    const roles = await Promise.all(
      own.map(({ roleDefinitionId }) => client.roleDefinitions.getById(roleDefinitionId ?? '')),
    );
    expect(new Set(roles.map(({ roleName }) => roleName))).toEqual(new Set(['Owner', 'Reader']));
    const denials = await collect(
      client.denyAssignments.listForScope(
        `subscriptions/${production}/resourceGroups/rg-managed-app/providers/Microsoft.Compute/virtualMachines/denied-01`,
        { filter: 'atScope()' },
      ),
    );
    expect(denials.map(({ denyAssignmentName }) => denyAssignmentName)).toEqual([
      'Managed application rg-managed-app',
    ]);
    const eligible = await collect(
      client.roleEligibilityScheduleInstances.listForScope(
        `subscriptions/${development}/resourceGroups/rg-restricted/providers/Microsoft.Compute/virtualMachines/role-eligible-01`,
        { filter: 'asTarget()' },
      ),
    );
    expect(eligible.map(({ expandedProperties }) => expandedProperties?.roleDefinition?.displayName)).toEqual(
      ['Virtual Machine User Login'],
    );
  });

  it('answers Resource Graph in pages', async () => {
    const client = new ResourceGraphClient(credentialOf(ada), options());
    const names: string[] = [];
    let pages = 0;
    let skipToken: string | undefined;
    do {
      const page = await client.resources({
        query: vmListQuery,
        options: { top: 15, resultFormat: 'objectArray', ...(skipToken && { skipToken }) },
      });
      names.push(...(page.data as { name: string }[]).map(({ name }) => name));
      skipToken = page.skipToken;
      pages += 1;
    } while (skipToken);
    expect(pages).toBe(3);
    expect(new Set(names).size).toBe(demo.tenant.virtualMachines.length);
  });

  it('does not invent a VM', async () => {
    await expect(compute(ada).virtualMachines.get('rg-app', 'nobody-01')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
  });

  it('denies what the role does not allow, in the words of Azure', async () => {
    await expect(compute(ada).virtualMachines.start('rg-app', 'stopped-01')).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
      message: expect.stringContaining("'Microsoft.Compute/virtualMachines/start/action'") as string,
    });
  });

  it('starts a stopped VM for who may', async () => {
    await compute(grace).virtualMachines.start('rg-app', 'stopped-01', { updateIntervalInMs: 1 });
    const view = await compute(ada).virtualMachines.instanceView('rg-app', 'stopped-01');
    expect(view.statuses?.map(({ code }) => code)).toContain('PowerState/running');
    expect(view.osVersion).toBe('10.0.20348.4405');
  });

  it('mends a VM: extension put, device joined; extension deleted, device gone', async () => {
    const extensions = compute(grace).virtualMachineExtensions;
    const put = await extensions.createOrUpdate(
      'rg-broken',
      'no-extension-01',
      'AADLoginForWindows',
      {
        location: 'westeurope',
        publisher: 'Microsoft.Azure.ActiveDirectory',
        typePropertiesType: 'AADLoginForWindows',
        typeHandlerVersion: '2.0',
        settings: { mdmId: '' },
      },
      { updateIntervalInMs: 1 },
    );
    expect(put.provisioningState).toBe('Succeeded');
    expect(deviceOf('no-extension-01')).not.toBeNull();
    await extensions.delete('rg-broken', 'no-extension-01', 'AADLoginForWindows', { updateIntervalInMs: 1 });
    expect(deviceOf('no-extension-01')).toBeNull();
  });

  it('cannot join a VM that has no identity', async () => {
    const put = compute(grace).virtualMachineExtensions.createOrUpdate(
      'rg-broken',
      'no-identity-01',
      'AADLoginForWindows',
      {
        location: 'westeurope',
        publisher: 'Microsoft.Azure.ActiveDirectory',
        typePropertiesType: 'AADLoginForWindows',
        typeHandlerVersion: '2.0',
      },
      { updateIntervalInMs: 1 },
    );
    await expect(put).rejects.toThrow('The long-running operation has failed');
    const after = await compute(ada).virtualMachineExtensions.get(
      'rg-broken',
      'no-identity-01',
      'AADLoginForWindows',
      { expand: 'instanceView' },
    );
    expect(after.instanceView?.statuses?.[0]?.message).toContain('Exit code: -2145648574');
  });

  it('is throttled as long as it is told to, and no longer', async () => {
    demo.state.faults.throttled = 1;
    demo.state.faults.retryAfterSeconds = 0;
    const vm = await compute(ada).virtualMachines.get('rg-app', 'ready-01');
    expect(vm.name).toBe('ready-01');
    expect(demo.requests.recent.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
  });

  it('asks for claims, and is content with a token that meets them', async () => {
    demo.state.faults.claimsChallenges = 1;
    await compute(ada).virtualMachines.get('rg-app', 'ready-01');
    expect(asked.map((one) => one?.claims)).toContain(
      '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}',
    );
  });

  const idOf = (username: string) => demo.account(username)?.objectId;
  const deviceOf = (name: string) => [...demo.state.vms.values()].find((vm) => vm.name === name)?.device;
});

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of pages) all.push(one);
  return all;
}
