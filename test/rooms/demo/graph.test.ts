import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { type SignedIn, signIn, startOverlay } from './support';

const windowsVmSignIn = '372140e0-b3b7-4226-8ef9-d57986796201';
const eventual = { consistencylevel: 'eventual' };

const Device = z.object({
  displayName: z.string(),
  hostnames: z.array(z.string()).optional(),
  physicalIds: z.array(z.string()),
});

describe('the small Microsoft Graph', () => {
  let demo: DemoAzure;
  let hedy: SignedIn;
  beforeAll(async () => {
    demo = await startOverlay({
      servicePrincipals: [
        {
          appId: windowsVmSignIn,
          displayName: 'VM sign-in',
          requiresAssignment: true,
          assigned: ['VM users'],
        },
      ],
      accounts: [{ username: 'ada@contoso.example', perUserMfa: 'enforced' }],
    });
    hedy = await signIn(demo, 'hedy@contoso.example');
  });
  afterAll(() => demo.close());

  const idOf = (username: string) => demo.account(username)?.objectId ?? '';
  const filtered = (path: string, filter: string, rest = '') =>
    `${path}?$filter=${encodeURIComponent(filter)}${rest}`;
  const vmId = (name: string) => demo.tenant.virtualMachines.find((vm) => vm.name === name)?.id ?? '';

  it('finds the device of a VM by its resource id, whatever its case', async () => {
    const filter = `physicalIds/any(p:startsWith(p,'[AzureResourceId]:${vmId('ready-01').toUpperCase()}'))`;
    const answer = await hedy.graph(filtered('/beta/devices', filter, '&$count=true'), { headers: eventual });
    const { value } = answer.read(z.object({ value: z.array(Device) }));
    expect(value.map(({ displayName }) => displayName)).toEqual(['ready-01']);
    expect(value[0]?.hostnames).toEqual(['ready-01']);
    expect(value[0]?.physicalIds[0]).toBe(`[AzureResourceId]:${vmId('ready-01')}`);
  });

  it('refuses that filter without ConsistencyLevel, as Graph does', async () => {
    const filter = `physicalIds/any(p:startsWith(p,'[AzureResourceId]:${vmId('ready-01')}'))`;
    const answer = await hedy.graph(filtered('/v1.0/devices', filter, '&$count=true'));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Request_UnsupportedQuery');
  });

  it('finds devices by name, and keeps host names to beta', async () => {
    const named = async (version: string) =>
      (await hedy.graph(filtered(`/${version}/devices`, "displayName eq 'duplicate-01'"))).read(
        z.object({ value: z.array(Device) }),
      ).value;
    expect((await named('v1.0')).map((device) => 'hostnames' in device)).toEqual([false]);
    expect((await named('beta')).map(({ hostnames }) => hostnames)).toEqual([['DUPLICATE-01']]);
  });

  it('gives only the fields that were selected', async () => {
    const answer = await hedy.graph('/v1.0/me?$select=id,userType');
    expect(answer.read(z.unknown())).toEqual({ id: idOf('hedy@contoso.example'), userType: 'Member' });
  });

  it('pages', async () => {
    const names = new Set<string>();
    let next: string | undefined = '/v1.0/devices?$top=7&$select=displayName,id';
    let pages = 0;
    while (next !== undefined) {
      const answer = await hedy.graph(next);
      const page = answer.read(
        z.object({ value: z.array(z.object({ id: z.string() })), '@odata.nextLink': z.string().optional() }),
      );
      for (const { id } of page.value) names.add(id);
      next = page['@odata.nextLink']?.replace(demo.cloud.graph, '');
      pages += 1;
    }
    expect(pages).toBeGreaterThan(3);
    expect(names.size).toBeGreaterThan(20);
  });

  it('knows the sign-in apps and who is assigned to them', async () => {
    const answer = await hedy.graph(
      filtered(
        '/v1.0/servicePrincipals',
        `appId in ('${windowsVmSignIn}','00000000-0000-0000-0000-000000000009')`,
      ),
    );
    const { value } = answer.read(
      z.object({
        value: z.array(
          z.object({ id: z.string(), appId: z.string(), appRoleAssignmentRequired: z.boolean() }),
        ),
      }),
    );
    expect(value).toMatchObject([{ appId: windowsVmSignIn, appRoleAssignmentRequired: true }]);
    const assigned = await hedy.graph(`/v1.0/servicePrincipals/${value[0]?.id}/appRoleAssignedTo`);
    expect(
      assigned.read(z.object({ value: z.array(z.object({ principalType: z.string() })) })).value,
    ).toMatchObject([{ principalType: 'Group' }]);
  });

  it('evaluates Conditional Access for a user and an app', async () => {
    const ask = async (userId: string, appId: string) => {
      const answer = await hedy.graph('/v1.0/identity/conditionalAccess/evaluate', {
        method: 'POST',
        body: {
          signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId },
          signInContext: {
            '@odata.type': '#microsoft.graph.applicationContext',
            includeApplications: [appId],
          },
          appliedPoliciesOnly: false,
        },
      });
      const { value } = answer.read(
        z.object({ value: z.array(z.object({ displayName: z.string(), policyApplies: z.boolean() })) }),
      );
      return value.filter(({ policyApplies }) => policyApplies).map(({ displayName }) => displayName);
    };
    const pilot = 'Pilot: compliant devices only';
    expect(await ask(idOf('mae@contoso.example'), windowsVmSignIn)).toEqual([
      'Windows VM sign-in needs a second factor',
      pilot,
    ]);
    expect(await ask(idOf('mae@contoso.example'), 'a4a365df-50f1-4397-bc59-1a1564b8bb9c')).toEqual([pilot]);
    expect(await ask(idOf('grace@contoso.example'), windowsVmSignIn)).toEqual([]);
  });

  it('tells per-user MFA in beta alone', async () => {
    const path = `users/${idOf('ada@contoso.example')}/authentication/requirements`;
    expect((await hedy.graph(`/beta/${path}`)).read(z.unknown())).toEqual({ perUserMfaState: 'enforced' });
    expect((await hedy.graph(`/v1.0/${path}`)).status).toBe(400);
  });

  it('tells the groups somebody is in', async () => {
    const answer = await hedy.graph('/v1.0/me/getMemberObjects', { method: 'POST', body: {} });
    expect(answer.read(z.object({ value: z.array(z.string()) })).value).toEqual(
      demo.tenant.groups.map(({ id }) => id),
    );
  });
});
