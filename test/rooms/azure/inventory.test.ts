import { afterEach, describe, expect, it } from 'vitest';
import { createInventory } from '../../../main/azure/create-inventory';
import type { Inventory } from '../../../main/azure/inventory';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import type { VmSummary } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import { endpointOf, holding, vmCalled } from '../../support/demo-world';
import { signIn, startContoso, startOverlay } from '../demo/support';

const signal = new AbortController().signal;
const opened: DemoAzure[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((demo) => demo.close()));
});

async function opening(starting: Promise<DemoAzure>): Promise<DemoAzure> {
  const demo = await starting;
  opened.push(demo);
  return demo;
}

async function inventoryOf(demo: DemoAzure, username = 'ada@contoso.example'): Promise<Inventory> {
  const { armToken } = await signIn(demo, username);
  return createInventory({
    endpoint: endpointOf(demo),
    tenants: () => Promise.resolve([{ id: demo.tenant.id, name: 'Contoso' }]),
    credentialFor: () => holding(armToken),
  });
}

async function listAll(inventory: Inventory) {
  const vms: VmSummary[] = [];
  const pages: { soFar: number; total: number | null }[] = [];
  const end = await inventory.list((page, soFar, total) => {
    vms.push(...page);
    pages.push({ soFar, total });
  }, signal);
  return { ...end, vms, pages };
}

describe('by Resource Graph', () => {
  it('lists every VM with power state and addresses, in one query', async () => {
    const demo = await opening(startContoso());
    const { vms, total, partial, pages } = await listAll(await inventoryOf(demo));
    expect(total).toBe(demo.state.vms.size);
    expect(partial).toEqual([]);
    expect(pages).toEqual([{ soFar: total, total }]);
    expect(vms.find(({ name }) => name === 'ready-long-resource-name-02')).toMatchObject({
      id: expect.stringContaining('/virtualMachines/ready-long-resource-name-02'),
      computerName: 'READY-02',
      osType: 'Windows',
      powerState: 'running',
      privateIps: [expect.stringMatching(/^10\./)],
      hasSystemAssignedIdentity: true,
      loginExtension: 'Succeeded',
      subscriptionName: expect.any(String),
      tenantId: demo.tenant.id,
    });
    expect(demo.requests.byKind['resource-graph']).toBe(2);
  });

  it('hands pages on as they come, and asks for the next one before', async () => {
    const demo = await opening(startContoso({ scale: 2500 }));
    const inventory = await inventoryOf(demo);
    const seen: { rows: number; asked: number; total: number | null }[] = [];
    await inventory.list((page, _, total) => {
      seen.push({ rows: page.length, asked: demo.requests.byKind['resource-graph'], total });
    }, signal);
    expect(seen.map(({ rows }) => rows)).toEqual([1000, 1000, 500]);
    expect(seen.every(({ total }) => total === 2500)).toBe(true);
    // Three pages and the names of the subscriptions.
    expect(demo.requests.byKind['resource-graph']).toBe(4);
  });

  it('tells addresses that may not be read from addresses that are not there', async () => {
    const demo = await opening(startContoso());
    const { vms } = await listAll(await inventoryOf(demo, 'lin@contoso.example'));
    expect(vms).toMatchObject([{ name: 'ready-01', privateIps: null, publicIps: null }]);
  });

  it('stops when its caller gives up', async () => {
    const demo = await opening(startContoso({ scale: 3000 }));
    const controller = new AbortController();
    const listing = (await inventoryOf(demo)).list(() => controller.abort(), controller.signal);
    await expect(listing).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('where Resource Graph is refused', () => {
  it('lists by subscription, and says so', async () => {
    const demo = await opening(startContoso());
    const expected = await listAll(await inventoryOf(demo));
    demo.state.faults.resourceGraphRefused = true;
    const { vms, partial } = await listAll(await inventoryOf(demo));

    const essence = (list: readonly VmSummary[]) =>
      list
        .map(({ id, computerName, powerState, privateIps, publicIps }) => ({
          id: id.toLowerCase(),
          computerName,
          powerState,
          privateIps,
          publicIps,
        }))
        .toSorted((a, b) => a.id.localeCompare(b.id));
    expect(essence(vms)).toEqual(essence(expected.vms));
    expect(partial[0]?.because).toContain('subscription by subscription');
  });

  it('finds a VM by name all the same', async () => {
    const demo = await opening(startContoso());
    demo.state.faults.resourceGraphRefused = true;
    const found = await (await inventoryOf(demo)).find('ready-02', signal);
    expect(found.name).toBe('ready-long-resource-name-02');
  });
});

describe('with several tenants', () => {
  const withBroken = async (demo: DemoAzure, brokenToo: boolean) => {
    const { armToken } = await signIn(demo, 'ada@contoso.example');
    const refusing = {
      getToken: () =>
        Promise.reject(new AppError('sign-in-required', 'Fabrikam wants you to sign in again.')),
    };
    return createInventory({
      endpoint: endpointOf(demo),
      tenants: () =>
        Promise.resolve([
          { id: 'fabrikam', name: 'Fabrikam' },
          { id: demo.tenant.id, name: 'Contoso' },
        ]),
      credentialFor: (tenantId) => (tenantId === 'fabrikam' || brokenToo ? refusing : holding(armToken)),
    });
  };

  it('shows the others where one fails', async () => {
    const demo = await opening(startContoso());
    const { vms, partial } = await listAll(await withBroken(demo, false));
    expect(vms.length).toBe(demo.state.vms.size);
    expect(partial).toEqual([
      { scope: 'fabrikam', name: 'Fabrikam', because: 'Fabrikam wants you to sign in again.' },
    ]);
  });

  it('fails where all fail', async () => {
    const demo = await opening(startContoso());
    await expect(listAll(await withBroken(demo, true))).rejects.toMatchObject({ code: 'sign-in-required' });
  });
});

describe('finds', () => {
  it.each([
    ['a resource name', 'ready-01', 'ready-01'],
    ['another letter case', 'READY-01', 'ready-01'],
    ['a computer name', 'ready-02', 'ready-long-resource-name-02'],
  ])('%s', async (_, text, name) => {
    const demo = await opening(startContoso());
    const found = await (await inventoryOf(demo)).find(text, signal);
    expect(found).toEqual({ id: vmCalled(demo, name), name, tenantId: demo.tenant.id });
  });

  it('an id and a link without asking anyone', async () => {
    const demo = await opening(startContoso());
    const id = vmCalled(demo, 'ready-01');
    const inventory = await inventoryOf(demo);
    const before = demo.requests.total;
    expect(await inventory.find(id, signal)).toEqual({ id, name: 'ready-01', tenantId: null });
    const link = `https://portal.azure.us/#@contoso.example/resource${id}/overview`;
    expect(await inventory.find(link, signal)).toEqual({ id, name: 'ready-01', tenantId: null });
    expect(demo.requests.total).toBe(before);
  });

  it('nothing for a name that fits none, and offers near ones', async () => {
    const demo = await opening(startContoso());
    const finding = (await inventoryOf(demo)).find('redy-01', signal);
    await expect(finding).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/virtual machines your account sees in Contoso.*Did you mean ready-01/s),
    });
  });

  it('no single one for a name that fits several, and lists them', async () => {
    const demo = await opening(startContoso());
    const twins = [...demo.state.vms.values()].slice(0, 2);
    for (const twin of twins) demo.state.vms.set(twin.id.toLowerCase(), { ...twin, computerName: 'TWIN' });
    const finding = (await inventoryOf(demo)).find('twin', signal);
    await expect(finding).rejects.toMatchObject({ code: 'ambiguous' });
    for (const { id } of twins) {
      await expect(finding).rejects.toThrow(id);
    }
  });

  it.each(['not a name', 'https://portal.azure.com/#home', '/subscriptions/s1'])(
    'nothing in %j, which is no name',
    async (text) => {
      const demo = await opening(startOverlay({}));
      await expect((await inventoryOf(demo)).find(text, signal)).rejects.toMatchObject({
        code: 'invalid-request',
      });
    },
  );
});
