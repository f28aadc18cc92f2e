import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { vmListQuery, vmNamedQuery } from '../../../main/azure/queries';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { type SignedIn, signIn, startContoso } from './support';

const production = '/subscriptions/11111111-aaaa-4000-a000-000000000001';
const app = `${production}/resourceGroups/rg-app/providers`;
const ready = `${app}/Microsoft.Compute/virtualMachines/ready-01`;
const network = `${production}/resourceGroups/rg-network/providers/Microsoft.Network`;
const authorization = `${ready}/providers/Microsoft.Authorization`;

/** What each account may read of Azure: lin holds Virtual Machine User Login on ready-01 and nothing else. */
const azure: readonly (readonly [path: string, lin: number, ada: number])[] = [
  [`${ready}?$expand=instanceView`, 200, 200],
  [`${ready}/instanceView`, 200, 200],
  [`${ready}/extensions?$expand=instanceView`, 200, 200],
  [`${app}/Microsoft.Compute/virtualMachines/stopped-01`, 403, 200],
  [`${app}/Microsoft.Compute/virtualMachines/nobody-01`, 403, 404],
  [`${app}/Microsoft.Network/networkInterfaces/ready-01-nic`, 403, 200],
  [`${network}/networkSecurityGroups/nsg-workloads`, 403, 200],
  [`${network}/virtualNetworks/vnet-prod`, 403, 200],
  [`${network}/bastionHosts/bas-prod`, 403, 200],
  [production, 403, 200],
  [`${authorization}/permissions`, 403, 200],
  [`${authorization}/roleAssignments?$filter=atScope()`, 403, 200],
  [`${authorization}/denyAssignments?$filter=atScope()`, 403, 200],
  [`${authorization}/roleEligibilityScheduleInstances?$filter=asTarget()`, 200, 200],
  [`${authorization}/roleAssignmentScheduleInstances?$filter=asTarget()`, 200, 200],
  [`${authorization}/roleAssignmentScheduleInstances`, 403, 403],
];

const directory: readonly (readonly [path: string, lin: number, ada: number, hedy: number])[] = [
  ['/v1.0/me', 200, 200, 200],
  ['/v1.0/devices', 403, 200, 200],
  ["/v1.0/servicePrincipals?$filter=appId in ('372140e0-b3b7-4226-8ef9-d57986796201')", 403, 403, 200],
  ['/v1.0/identity/conditionalAccess/policies', 403, 403, 200],
  ['/beta/users/USER/authentication/requirements', 403, 403, 200],
  ['/v1.0/nothing/here', 404, 404, 404],
];

describe('what an account may read', () => {
  let demo: DemoAzure;
  let lin: SignedIn;
  let ada: SignedIn;
  let hedy: SignedIn;
  beforeAll(async () => {
    demo = await startContoso();
    lin = await signIn(demo, 'lin@contoso.example');
    ada = await signIn(demo, 'ada@contoso.example');
    hedy = await signIn(demo, 'hedy@contoso.example');
  });
  afterAll(() => demo.close());

  const versioned = (path: string) => `${path}${path.includes('?') ? '&' : '?'}api-version=2022-04-01`;
  const Listed = z.object({ value: z.array(z.object({ name: z.string().optional() })) });
  const list = async (who: SignedIn, path: string) =>
    (await who.arm(versioned(path))).read(Listed).value.map(({ name }) => name);
  const rows = async (who: SignedIn, query: string) =>
    (
      await who.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
        method: 'POST',
        body: { query, options: { resultFormat: 'objectArray' } },
      })
    ).read(z.object({ data: z.array(z.record(z.string(), z.unknown())) })).data;

  it.each(azure)('%s: lin %i, ada %i', async (path, forLin, forAda) => {
    const answers = await Promise.all([lin, ada].map((who) => who.arm(versioned(path))));
    expect(answers.map(({ status }) => status)).toEqual([forLin, forAda]);
  });

  it.each(directory)('%s: lin %i, ada %i, hedy %i', async (path, ...expected) => {
    const answers = await Promise.all(
      [lin, ada, hedy].map((who) =>
        who.graph(
          path.replace('USER', demo.account('ada@contoso.example')?.objectId ?? '').replaceAll(' ', '%20'),
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('says who was denied what, and where, as Azure does', async () => {
    const denied = await lin.arm(versioned(`${app}/Microsoft.Network/networkInterfaces/ready-01-nic`));
    expect(
      denied.read(z.object({ error: z.object({ code: z.string(), message: z.string() }) })).error,
    ).toEqual({
      code: 'AuthorizationFailed',
      message: `The client 'lin@contoso.example' with object id '${demo.account('lin@contoso.example')?.objectId}' does not have authorization to perform action 'Microsoft.Network/networkInterfaces/read' over scope '${app}/Microsoft.Network/networkInterfaces/ready-01-nic' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    });
  });

  it('lists to lin the one VM she may see, in Resource Manager and in Resource Graph', async () => {
    const path = `${production}/providers/Microsoft.Compute/virtualMachines`;
    expect(await list(lin, path)).toEqual(['ready-01']);
    expect(await list(ada, path)).toHaveLength(31);
    expect(await list(lin, '/subscriptions')).toHaveLength(1);
    const [row, ...others] = await rows(lin, vmListQuery);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      name: 'ready-01',
      privateIps: null,
      publicIps: null,
      loginExtension: 'Succeeded',
    });
  });

  it('finds a VM by its name and by its computer name', async () => {
    const named = async (name: string) =>
      (await rows(ada, vmNamedQuery(name))).map(({ name: found }) => found);
    expect(await named('Ready-02')).toEqual(['ready-long-resource-name-02']);
    expect(await named('jump-public-01')).toEqual(['jump-public-01']);
    expect(await named('" or "" == "')).toEqual([]);
  });

  it('gives the addresses of every interface', async () => {
    const all = await rows(ada, vmListQuery);
    const row = (name: string) => all.find((one) => one.name === name);
    expect(row('fin-sql-01')?.privateIps).toHaveLength(2);
    expect(row('jump-public-01')?.publicIps).toContain('203.0.113.24');
  });

  it('refuses a query whose column does not exist, as Kusto does', async () => {
    const answer = await ada.arm('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', {
      method: 'POST',
      body: { query: vmListQuery.replace('| project id, name,', '| project id, nmae,') },
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Failed to resolve scalar expression named 'nmae'");
  });

  it('wants a token, of the right audience, and an api-version', async () => {
    const anonymous = await ada.arm('/subscriptions?api-version=2022-12-01', {
      headers: { authorization: '' },
    });
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers['www-authenticate']).toContain('Bearer authorization_uri=');
    const wrong = { authorization: `Bearer ${ada.graphToken}` };
    expect((await ada.arm('/subscriptions?api-version=2022-12-01', { headers: wrong })).status).toBe(401);
    expect(
      (await ada.graph('/v1.0/me', { headers: { authorization: `Bearer ${ada.armToken}` } })).status,
    ).toBe(401);
    const forged = { authorization: `Bearer ${ada.armToken.slice(0, -6)}AAAAAA` };
    expect((await ada.arm('/subscriptions?api-version=2022-12-01', { headers: forged })).status).toBe(401);
    expect((await ada.arm('/subscriptions')).status).toBe(400);
  });

  it('lets a role be given, and counts it at once', async () => {
    const grace = await signIn(demo, 'grace@contoso.example');
    const scope = `/subscriptions/22222222-bbbb-4000-a000-000000000002/resourceGroups/rg-restricted/providers/Microsoft.Compute/virtualMachines/no-role-01`;
    const path = `${scope}/providers/Microsoft.Authorization`;
    const given = await grace.arm(versioned(`${path}/roleAssignments/9b3f6d5e-0000-4000-a000-000000000001`), {
      method: 'PUT',
      body: {
        properties: {
          roleDefinitionId: `${production}/providers/Microsoft.Authorization/roleDefinitions/fb879df8-f326-4884-b1cf-06f3ad86be52`,
          principalId: demo.account('ada@contoso.example')?.objectId,
          principalType: 'User',
        },
      },
    });
    expect(given.status).toBe(201);
    const held = await ada.arm(versioned(`${path}/permissions`));
    expect(held.text).toContain('Microsoft.Compute/virtualMachines/login/action');
    const denied = await ada.arm(versioned(`${path}/roleAssignments/9b3f6d5e-0000-4000-a000-000000000002`), {
      method: 'PUT',
      body: {},
    });
    expect(denied.status).toBe(403);
  });
});
