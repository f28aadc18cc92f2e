import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contosoTenant, demoTenantFrom, loadDemoTenant } from '../../../main/demo/load-demo-tenant';
import { AppError } from '../../../shared/errors/app-error';
import { temporaryFolder } from '../../support/temporary-folder';

const least = {
  tenant: { id: '5d1f3a52-6d0a-4a3e-9f6e-0a4b8c1d2e3f', name: 'Fabrikam', domain: 'fabrikam.example' },
  accounts: [{ username: 'kim@fabrikam.example' }],
  subscriptions: [{ name: 'Main' }],
  virtualMachines: [{ name: 'web-01' }],
};

function problemsOf(described: unknown): readonly string[] {
  try {
    demoTenantFrom(described, 'my-tenant.json');
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-request') throw error;
    return error.message.split('\n').filter((line) => line.startsWith('- '));
  }
}

describe('a tenant file', () => {
  it('needs to say little', () => {
    const tenant = demoTenantFrom(least, 'my-tenant.json');
    const [vm] = tenant.virtualMachines;
    expect(tenant.defaultAccount).toBe('kim@fabrikam.example');
    expect(vm).toMatchObject({
      computerName: 'web-01',
      powerState: 'running',
      identity: { type: 'SystemAssigned', tenantId: least.tenant.id },
      device: { displayName: 'web-01', hostNames: ['web-01'], azureResourceId: vm?.id },
      instanceView: { osVersion: '10.0.20348.4052' },
      extensions: [{ type: 'AADLoginForWindows', provisioningState: 'Succeeded' }],
    });
    expect(vm?.interfaces[0]?.privateAddresses).toEqual(['10.0.0.4']);
    expect(tenant.servicePrincipals).toHaveLength(3);
  });

  it('is always completed alike', () => {
    expect(demoTenantFrom(least, 'a')).toEqual(demoTenantFrom(least, 'b'));
  });

  it('shortens a long name to the 15 characters Windows allows', () => {
    const tenant = demoTenantFrom(
      { ...least, virtualMachines: [{ name: 'a-very-long-name-01' }, { name: 'fourteen-chars-01' }] },
      'my-tenant.json',
    );
    expect(tenant.virtualMachines.map(({ computerName }) => computerName)).toEqual([
      'a-very-long-nam',
      'fourteen-chars',
    ]);
  });

  it.each([
    [
      'a wrong value',
      { ...least, virtualMachines: [{ name: 'a', powerState: 'asleep' }] },
      [/^- virtualMachines\["a"\]\.powerState: .*"running"/],
    ],
    [
      'a misspelt key',
      { ...least, virtualMachines: [{ name: 'a', listner: 'closed' }] },
      [/^- virtualMachines\["a"\]: .*"listner"/],
    ],
    ['a misspelt key of this PC', { ...least, thisPc: { join: { isEntraJoind: true } } }, [/^- thisPc/]],
    [
      'an unknown principal and role',
      { ...least, roleAssignments: [{ principal: 'bob', role: 'Redaer', scope: 'Main' }] },
      [
        /^- roleAssignments\[0\]\.principal: expected a username or the name of a group, got "bob"/,
        /^- roleAssignments\[0\]\.role: expected a role's name or id, got "Redaer"/,
      ],
    ],
    [
      'an unknown scope',
      {
        ...least,
        roleAssignments: [{ principal: 'kim@fabrikam.example', role: 'Reader', scope: 'nowhere' }],
      },
      [/^- roleAssignments\[0\]\.scope: expected a VM, .*got "nowhere"/],
    ],
    [
      'an unknown subscription',
      { ...least, virtualMachines: [{ name: 'a', subscription: 'Mian' }] },
      [/^- virtualMachines\["a"\]\.subscription: .*"Main", got "Mian"/],
    ],
    [
      'an unknown network',
      {
        ...least,
        bastions: [{ name: 'b', network: 'hub' }],
        networks: [{ name: 'vnet', peerings: ['hub'] }],
      },
      [/^- networks\["vnet"\]\.peerings/, /^- bastions\["b"\]\.network: .*"vnet", got "hub"/],
    ],
    ['an unknown default account', { ...least, defaultAccount: 'eve' }, [/^- defaultAccount: /]],
    ['nothing at all', {}, [/^- tenant: /, /^- accounts: /, /^- subscriptions: /]],
    ['a list', [], [/^- \(the whole file\): /]],
    ['text', 'contoso', [/^- \(the whole file\): /]],
  ])('says where it is wrong and what was expected: %s', (_what, described, expected) => {
    const problems = problemsOf(described);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('lays itself over Contoso, by name', () => {
    const tenant = demoTenantFrom(
      {
        extends: 'contoso',
        virtualMachines: [
          { name: 'READY-01', powerState: 'deallocated' },
          { name: 'lab-01', device: null },
        ],
        accounts: [{ username: 'ada@contoso.example', signIn: { mfaRequired: true } }],
        names: { 'lab-01': ['10.9.9.9'] },
        roleAssignments: [{ principal: 'ada@contoso.example', role: 'Owner', scope: 'lab-01' }],
      },
      'overlay.json',
    );
    const base = contosoTenant();
    const vm = (name: string) => tenant.virtualMachines.find((one) => one.name === name);
    expect(tenant.virtualMachines).toHaveLength(base.virtualMachines.length + 1);
    expect(vm('READY-01')).toMatchObject({ powerState: 'deallocated', resourceGroup: 'rg-app' });
    expect(vm('lab-01')?.device).toBeNull();
    expect(tenant.accounts[0]).toMatchObject({ displayName: 'Ada Lovelace', signIn: { mfaRequired: true } });
    expect(tenant.names).toMatchObject({ 'lab-01': ['10.9.9.9'], 'no-dns-01': [] });
    expect(tenant.roleAssignments).toHaveLength(base.roleAssignments.length + 1);
  });
});

describe('reading a tenant file', () => {
  const folder = temporaryFolder();
  const written = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it('takes Contoso without one', async () => {
    expect((await loadDemoTenant(null)).name).toBe('Contoso');
  });

  it('takes one with a byte order mark', async () => {
    const tenant = await loadDemoTenant(written('bom.json', `\uFEFF${JSON.stringify(least)}`));
    expect(tenant.name).toBe('Fabrikam');
  });

  it.each([
    ['is missing', join(folder, 'missing.json'), 'not-found', 'there is no such file'],
    ['is a folder', folder, 'invalid-request', 'is a folder'],
    ['is not JSON', written('broken.json', '{ "tenant": '), 'invalid-request', 'is not JSON'],
  ])('says so when it %s', async (_what, file, code, words) => {
    await expect(loadDemoTenant(file)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  it('the examples of the documentation are tenants', () => {
    const examples = [...readFileSync('docs/demo-azure.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)];
    expect(examples).toHaveLength(2);
    for (const [, text = ''] of examples) expect(problemsOf(JSON.parse(text))).toEqual([]);
  });
});

describe('Contoso', () => {
  const tenant = contosoTenant();

  it('has at least 26 Windows VMs, in several regions and two subscriptions', () => {
    const windows = tenant.virtualMachines.filter(({ os }) => os === 'Windows');
    expect(windows.length).toBeGreaterThanOrEqual(26);
    expect(new Set(tenant.virtualMachines.map(({ location }) => location)).size).toBeGreaterThan(1);
    expect(new Set(tenant.virtualMachines.map(({ subscriptionId }) => subscriptionId)).size).toBe(2);
  });

  it('gives every VM a name and an address of its own', () => {
    const names = tenant.virtualMachines.map(({ computerName }) => computerName?.toLowerCase());
    const addresses = tenant.virtualMachines.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ privateAddresses }) => privateAddresses),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(names.filter((name) => (name?.length ?? 0) > 15)).toEqual([]);
  });

  it('speaks only of names and addresses kept for examples', () => {
    expect(tenant.accounts.filter(({ username }) => !username.endsWith('@contoso.example'))).toEqual([]);
    const publicAddresses = tenant.virtualMachines.flatMap(({ interfaces }) =>
      interfaces.flatMap(({ publicAddress }) => publicAddress ?? []),
    );
    expect(publicAddresses.filter((address) => !address.startsWith('203.0.113.'))).toEqual([]);
  });
});
