import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import type { Question, World } from '../../../main/preflight/gatherer';
import { type PreflightOptions, runPreflight } from '../../../main/preflight/run-preflight';
import { VmId } from '../../../shared/azure/virtual-machine';
import { causes } from '../../../shared/preflight/causes';
import type { CheckId } from '../../../shared/preflight/check-id';
import type { Fact } from '../../../shared/preflight/fact';
import { checks } from '../../../shared/preflight/registry';
import type { CheckResult } from '../../../shared/preflight/report';
import { demoWorld, vmCalled } from '../../support/demo-world';
import { inRounds } from '../../support/in-rounds';
import { startContoso } from '../demo/support';

const ada = 'ada@contoso.example';
const lin = 'lin@contoso.example';
let demo: DemoAzure;
beforeAll(async () => {
  demo = await startContoso();
});
afterAll(() => demo.close());

const bugs: { fact: Fact; error: unknown }[] = [];

function optionsFor(
  world: World,
  name: string,
  onProgress?: PreflightOptions['onProgress'],
): PreflightOptions {
  return {
    subject: { vmId: world.question.vmId, name },
    world,
    checks,
    causes,
    circumstances: { baseline: 'article', now: '2026-11-22T12:00:00.000Z' },
    onProgress,
    logBug: (error, fact) => bugs.push({ error, fact }),
  };
}

async function preflight(name: string, username = ada, question: Partial<Question> = {}) {
  const world = await demoWorld(demo, username, { vmId: vmCalled(demo, name), ...question });
  return runPreflight(optionsFor(world, name));
}

const failing = (results: readonly CheckResult[]): CheckId[] =>
  results.filter(({ status }) => status === 'fail').map(({ id }) => id);

it('recommends the passwordless route to a healthy VM, and fails nothing', async () => {
  const { report } = await preflight('ready-01');
  expect(failing(report.results)).toEqual([]);
  expect(report.recommended).toBe('web-account');
  expect(report.target).toMatchObject({ address: 'ready-01', port: 3389 });
  expect(bugs).toEqual([]);
});

it.each([
  ['stopped-01', 'vm-is-running'],
  ['no-dns-01', 'target-name-resolves'],
  ['dns-elsewhere-01', 'target-resolves-to-the-vm'],
  ['port-closed-01', 'rdp-port-answers'],
  ['name-not-registered-01', 'target-name-is-registered'],
  ['denied-01', 'no-deny-assignment-blocks-login'],
  ['role-eligible-01', 'login-role-is-assigned'],
  ['device-disabled-01', 'entra-device-is-enabled'],
] as const)('finds what is wrong with %s', async (name, id) => {
  const { report } = await preflight(name);
  expect(failing(report.results)[0]).toBe(id);
});

it('finds little to be unknown, and nothing failed, for the least privileged person', async () => {
  const { report, gathered } = await preflight('ready-01', lin);
  expect(failing(report.results)).toEqual([]);
  expect(report.recommended).toBe('web-account');
  expect(report.unknowns?.request).toContain('Device.Read.All');
  expect(gathered.networkInterfaces).toMatchObject({ problem: { code: 'access-denied' } });
  expect(gathered.roleAssignments).toMatchObject({ value: [expect.anything()] });
});

describe('with a host name alone', () => {
  it('asks nothing of Azure about a VM', async () => {
    const world = await demoWorld(demo, lin, { hostName: 'ready-01' });
    const before = demo.requests.byKind.arm + demo.requests.byKind['resource-graph'];
    const { report, gathered } = await runPreflight(optionsFor(world, 'ready-01'));
    expect(demo.requests.byKind.arm + demo.requests.byKind['resource-graph']).toBe(before);
    for (const fact of [
      'vm',
      'vmExtensions',
      'permissions',
      'bastions',
      'addressOwners',
      'vmDevices',
    ] as const) {
      expect(gathered[fact]).toMatchObject({ problem: { code: 'not-asked' } });
    }
    expect(gathered.rdpProbe).toMatchObject({ value: { outcome: 'rdp', offersEntraSignIn: true } });
    expect(failing(report.results)).toEqual([]);
  });
});

describe('the port', () => {
  it('of a stopped VM is not tried', async () => {
    const { gathered } = await preflight('stopped-01');
    expect(gathered.rdpProbe).toEqual({
      value: { outcome: 'not-probed', because: 'stopped-01 is deallocated, so nothing would answer.' },
    });
  });

  it('of a stranger is not tried', async () => {
    const { gathered } = await preflight('dns-elsewhere-01');
    expect(gathered.rdpProbe).toEqual({
      value: { outcome: 'not-probed', because: '10.1.0.4 belongs to another virtual machine, ready-01.' },
    });
  });

  it('of this PC itself is not tried', async () => {
    const { gathered } = await preflight('ready-01', ada, { address: 'localhost' });
    expect(gathered.rdpProbe).toMatchObject({
      value: { outcome: 'not-probed', because: '127.0.0.1 is this PC itself.' },
    });
  });

  it('is tried at the public address where the name leads nowhere', async () => {
    const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'jump-public-01') });
    const nowhere: World = {
      ...world,
      network: {
        ...world.network,
        resolve: (name) => Promise.resolve({ name, addresses: [], error: 'ENOTFOUND' }),
      },
    };
    const { gathered } = await runPreflight(optionsFor(nowhere, 'jump-public-01'));
    const publicAddress = demo.state.vms.get(vmCalled(demo, 'jump-public-01').toLowerCase())?.interfaces[0]
      ?.publicAddress;
    expect(gathered.target).toMatchObject({ value: { resolves: false, passwordFallback: publicAddress } });
    expect(gathered.rdpProbe).toMatchObject({ value: { outcome: 'rdp', address: publicAddress } });
  });

  it('is the one a person insists on', async () => {
    const { gathered } = await preflight('ready-01', ada, { address: '10.1.0.4', port: 4000 });
    expect(gathered.nameResolutions).toMatchObject({
      value: expect.arrayContaining([
        { name: '10.1.0.4', addresses: [{ address: '10.1.0.4', family: 'IPv4' }], error: null },
      ]),
    });
    expect(gathered.rdpProbe).toMatchObject({
      value: { outcome: 'closed', address: '10.1.0.4', port: 4000 },
    });
  });
});

describe('the longest chain of dependent calls', () => {
  it.each([
    ['a healthy VM', 'ready-01', ada],
    ['a VM and a person with few rights', 'ready-01', lin],
    ['a VM whose name leads elsewhere', 'dns-elsewhere-01', ada],
    ['a VM that is stopped', 'stopped-01', ada],
    ['a VM that did not join', 'no-extension-01', ada],
  ])('is at most four for %s', async (_, name, username) => {
    const world = await demoWorld(demo, username, { vmId: vmCalled(demo, name) });
    const { rounds, calls, result } = await inRounds(world, (slowed) =>
      runPreflight(optionsFor(slowed, name)),
    );
    expect(rounds).toBeLessThanOrEqual(4);
    expect(result.report.results).toHaveLength(checks.length);
    // Each call once: no fact is asked for twice. The two negotiations are two connections.
    const once = calls.filter((call) => !/^(dial|negotiate)/.test(call));
    expect(once).toHaveLength(new Set(once).size);
  });
});

describe('a name that answers with an address of nobody Azure knows', () => {
  const translated = '203.0.113.77';
  /** Behind address translation: the name's address is not the VM's, and leads to it all the same. */
  const behindNat = (world: World, name: string): World => ({
    ...world,
    network: {
      resolve: async (asked, signal) =>
        asked.toLowerCase() === name
          ? { name: asked, addresses: [{ address: translated, family: 'IPv4' }], error: null }
          : world.network.resolve(asked, signal),
      dial: (address, port, options) =>
        world.network.dial(address === translated ? '10.1.0.4' : address, port, options),
    },
  });

  it.each([
    ['four calls from a VM whose computer is called as it is', 'ready-01', 'ready-01', 4],
    ['five from one whose computer is called otherwise', 'ready-long-resource-name-02', 'ready-02', 5],
  ])('is %s', async (_, vm, computer, length) => {
    const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, vm) });
    const { result, rounds } = await inRounds(behindNat(world, computer), (slowed) =>
      runPreflight(optionsFor(slowed, vm)),
    );
    expect(rounds).toBe(length);
    const statusOf = (id: CheckId) => result.report.results.find((one) => one.id === id)?.status;
    expect(statusOf('target-resolves-to-the-vm')).toBe('warn');
    expect(statusOf('rdp-server-offers-entra-sign-in')).toBe('pass');
  });
});

it('connects to nothing where the name leads to this PC itself', async () => {
  const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'ready-01') });
  const dialled: string[] = [];
  const toLoopback: World = {
    ...world,
    network: {
      resolve: async (name) => ({ name, addresses: [{ address: '127.0.0.1', family: 'IPv4' }], error: null }),
      dial: (address) => {
        dialled.push(address);
        return Promise.reject(new Error('nobody was to be called'));
      },
    },
  };
  const { report } = await runPreflight(optionsFor(toLoopback, 'ready-01'));
  expect(failing(report.results)).toEqual(['target-resolves-to-the-vm']);
  expect(dialled).toEqual([]);
});

it('announces every verdict once, as soon as it can be given', async () => {
  const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'ready-01') });
  const announced: CheckResult[][] = [];
  const totals = new Set<number>();
  const { report } = await runPreflight(
    optionsFor(world, 'ready-01', (results, total) => {
      announced.push([...results]);
      totals.add(total);
    }),
  );
  const ids = announced.flat().map(({ id }) => id);
  expect(ids.toSorted()).toEqual(report.results.map(({ id }) => id).toSorted());
  expect([...totals]).toEqual([checks.length]);
  expect(announced.length).toBeGreaterThan(5);
  for (const result of announced.flat()) {
    expect(report.results).toContainEqual(result);
  }
});

describe('ends', () => {
  it('at once when it is cancelled, whatever is still open', async () => {
    const controller = new AbortController();
    const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'ready-01') }, controller.signal);
    const never = new Promise<never>(() => undefined);
    const stuck: World = {
      ...world,
      network: { ...world.network, resolve: () => never },
      passwordSignIn: () => never,
    };
    const running = runPreflight(optionsFor(stuck, 'ready-01', () => controller.abort()));
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('before it begins where it is cancelled already', async () => {
    const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'ready-01') }, AbortSignal.abort());
    const before = demo.requests.total;
    await expect(runPreflight(optionsFor(world, 'ready-01'))).rejects.toMatchObject({ code: 'cancelled' });
    expect(demo.requests.total).toBe(before);
  });

  it('with an error where there is no such VM', async () => {
    const gone = VmId.parse(vmCalled(demo, 'ready-01').replace('ready-01', 'gone-01'));
    const world = await demoWorld(demo, ada, { vmId: gone });
    await expect(runPreflight(optionsFor(world, 'gone-01'))).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(gone),
    });
  });

  it('with an error where the sign-in was revoked', async () => {
    const world = await demoWorld(demo, ada, { vmId: vmCalled(demo, 'ready-01') });
    demo.state.revokedBefore.set(ada, Date.now() + 60_000);
    try {
      await expect(runPreflight(optionsFor(world, 'ready-01'))).rejects.toMatchObject({
        code: 'sign-in-required',
        help: 'sign-in-again',
      });
    } finally {
      demo.state.revokedBefore.delete(ada);
    }
  });
});
