import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInventory } from '../../../main/azure/create-inventory';
import type { Inventory } from '../../../main/azure/inventory';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { endpointOf, holding } from '../../support/demo-world';
import { signIn, startContoso, startOverlay } from '../demo/support';

const signal = new AbortController().signal;

async function inventoryOf(demo: DemoAzure, names: readonly string[] = ['Contoso']): Promise<Inventory> {
  const { armToken } = await signIn(demo, 'ada@contoso.example');
  return createInventory({
    endpoint: endpointOf(demo),
    tenants: () => Promise.resolve(names.map((name) => ({ id: name, name }))),
    credentialFor: (id) => holding(id === 'Elsewhere' ? 'no token' : armToken),
  });
}

describe('the VMs that files are made for', () => {
  let demo: DemoAzure;
  let inventory: Inventory;
  beforeAll(async () => {
    demo = await startOverlay({
      virtualMachines: [
        { name: 'odd-01', tags: { 'cost center': "it's 5|6; // )", Team: 'Odd' }, computerName: null },
      ],
    });
    inventory = await inventoryOf(demo);
  });
  afterAll(() => demo.close());

  const named = async (condition: string | null) =>
    (await inventory.forProfiles(condition, () => undefined, signal)).vms.map(({ name }) => name);

  it('come with tags, extension and computer name', async () => {
    const { vms, partial } = await inventory.forProfiles(null, () => undefined, signal);
    expect(partial).toEqual([]);
    expect(vms).toHaveLength(demo.state.vms.size);
    expect(vms.find(({ name }) => name === 'ready-long-resource-name-02')).toEqual({
      id: expect.stringContaining('/virtualMachines/ready-long-resource-name-02'),
      name: 'ready-long-resource-name-02',
      computerName: 'READY-02',
      tenantId: demo.tenant.id,
      subscriptionId: expect.any(String),
      resourceGroup: 'rg-app',
      tags: { department: 'finance', team: 'platform', environment: 'production' },
      osType: 'Windows',
      powerState: 'running',
      hasSystemAssignedIdentity: true,
      loginExtension: 'Succeeded',
    });
    expect(vms.find(({ name }) => name === 'no-extension-01')).toMatchObject({ loginExtension: null });
    expect(vms.find(({ name }) => name === 'odd-01')).toMatchObject({ computerName: null });
  });

  it.each([
    ["tags.department =~ 'FINANCE' and name startswith 'ready'", ['ready-01', 'ready-long-resource-name-02']],
    ["tags.department == 'FINANCE'", []],
    [
      "tags.team in~ ('PEOPLE', 'data')",
      ['analytics-notebook-workstation-eu-01', 'hr-files-01', 'hr-portal-01'],
    ],
    ["tags.team in ('PEOPLE')", []],
    ["tags.team !in ('people') and resourceGroup == 'rg-hr'", []],
    ["not(tags.environment != 'development') and name contains 'WEB'", ['dev-web-01', 'dev-web-02']],
    ["name endswith 'buIld-01' or name has 'portal'", ['eng-build-01', 'hr-portal-01']],
    ["name has 'port' and resourceGroup == 'rg-hr'", []],
    [`tags["cost center"] == 'it\\'s 5|6; // )'`, ['odd-01']],
    ["isnotempty(tags['cost center']) and tolower(tags.Team) == 'odd'", ['odd-01']],
    ["tags.team =~ 'Odd'", []],
    ["isempty(tags.team) and name startswith 'odd'", ['odd-01']],
    ["tags.team !~ 'platform' and name == 'odd-01' and location =~ 'WestEurope'", ['odd-01']],
    ["(name == 'hr-files-01' or (name == 'hr-portal-01')) and name !contains 'files'", ['hr-portal-01']],
  ])('are those that fit %s', async (condition, names) => {
    expect((await named(condition)).toSorted()).toEqual(names);
  });

  it.each([
    ["nam == 'a'", "column or scalar expression named 'nam'"],
    ["name matches regex 'a'", "could not be parsed at 'matches"],
    ['name ==', 'could not be parsed at the end'],
    ["name == 'a' name", "could not be parsed at 'name'"],
    ['tags.cost == 5', 'types string and long'],
    ["strlen(name) == 'a'", "Unknown function: 'strlen'"],
    ["name == 'a' | take 1", 'pipe'],
  ])('are refused in words for %s', async (condition, why) => {
    await expect(named(condition)).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining(why),
    });
  });

  it('are those of the tenants that could be read, and the others are named', async () => {
    const both = await inventoryOf(demo, ['Contoso', 'Elsewhere']);
    const { vms, partial } = await both.forProfiles(null, () => undefined, signal);
    expect(vms).toHaveLength(demo.state.vms.size);
    expect(partial).toMatchObject([{ name: 'Elsewhere', because: expect.stringContaining('sign-in') }]);
  });
});

it('asks for a thousand a page, and tells how far it is', async () => {
  const demo = await startContoso({ scale: 2500 });
  try {
    const inventory = await inventoryOf(demo);
    const before = demo.requests.byKind['resource-graph'];
    const steps: [number, number][] = [];
    const { vms } = await inventory.forProfiles(
      "tags.environment == 'production' or tags.environment == 'development'",
      (soFar, total) => steps.push([soFar, total]),
      signal,
    );
    expect(demo.requests.byKind['resource-graph'] - before).toBe(steps.length);
    expect(steps.at(-1)).toEqual([vms.length, vms.length]);
    expect(steps).toHaveLength(3);
  } finally {
    await demo.close();
  }
});

it('is told where Resource Graph is refused', async () => {
  const demo = await startOverlay({ faults: { resourceGraphRefused: true } });
  try {
    const inventory = await inventoryOf(demo);
    await expect(inventory.forProfiles(null, () => undefined, signal)).rejects.toMatchObject({
      code: 'access-denied',
      missing: expect.stringContaining('Azure Resource Graph'),
    });
  } finally {
    await demo.close();
  }
});
