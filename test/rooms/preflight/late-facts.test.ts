import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import type { World } from '../../../main/preflight/gatherer';
import { runPreflight } from '../../../main/preflight/run-preflight';
import { causes } from '../../../shared/preflight/causes';
import { checks } from '../../../shared/preflight/registry';
import type { CheckResult, Report } from '../../../shared/preflight/report';
import { demoWorld, vmCalled } from '../../support/demo-world';
import { startOverlay } from '../demo/support';

const owner = 'grace@contoso.example';
const reader = 'ada@contoso.example';
const refinedCheck = 'vm-reaches-entra-endpoints';

let demo: DemoAzure;
beforeAll(async () => {
  // A network manager's rule is in no security group: only the rules in effect tell of it.
  demo = await startOverlay({
    networks: [
      {
        name: 'vnet-prod',
        adminRules: [
          {
            name: 'no-internet',
            priority: 10,
            direction: 'Outbound',
            access: 'Deny',
            destinations: ['Internet'],
          },
        ],
      },
    ],
  });
});
afterAll(() => demo.close());

async function preflight(
  username: string,
  { name = 'ready-01', withLate = true, change = (world: World) => world, signal = never() } = {},
) {
  const announced: CheckResult[] = [];
  const world = await demoWorld(demo, username, { vmId: vmCalled(demo, name) }, signal);
  const run = await runPreflight({
    subject: { vmId: world.question.vmId, name },
    world: change(world),
    checks,
    causes,
    circumstances: { baseline: 'article', now: '2026-11-22T12:00:00.000Z' },
    withLate,
    onProgress: (results) => announced.push(...results),
    logBug: (error) => {
      throw error;
    },
  });
  return { ...run, announced };
}

function never(): AbortSignal {
  return new AbortController().signal;
}

function verdictIn({ results }: Report) {
  return results.find(({ id }) => id === refinedCheck);
}

it('reports without the late fact, and announces and reports once more what it changes', async () => {
  const { report, refined, announced } = await preflight(owner);
  expect(verdictIn(report)?.status).toBe('pass');

  const better = await refined;
  const verdict = better && verdictIn(better.report);
  expect(verdict?.status).toBe('warn');
  expect(verdict?.found).toContain('no-internet');
  expect(announced.filter(({ id }) => id === refinedCheck).map(({ status }) => status)).toEqual([
    'pass',
    'warn',
  ]);
  expect(announced.filter(({ id }) => id === 'rdp-port-answers')).toHaveLength(1);
});

it('changes nothing where effective rules may not be read', async () => {
  const { refined, report } = await preflight(reader);
  expect(verdictIn(report)?.status).toBe('pass');
  expect(await refined).toBeNull();
});

it('asks for nothing late where nobody stays to hear of it', async () => {
  const before = demo.requests.recent.length;
  const { refined } = await preflight(owner, { withLate: false });
  expect(await refined).toBeNull();
  expect(demo.requests.recent.slice(before).filter(({ what }) => what.startsWith('POST'))).toEqual(
    expect.not.arrayContaining([
      expect.objectContaining({ what: expect.stringContaining('effectiveNetworkSecurityGroups') }),
    ]),
  );
});

it('does not wait for the late fact, and drops it once cancelled', async () => {
  const cancel = new AbortController();
  const endless = (world: World): World => ({
    ...world,
    azure: { ...world.azure, effectiveOutboundRules: () => new Promise(() => undefined) },
  });
  const { refined, report } = await preflight(owner, { change: endless, signal: cancel.signal });
  expect(verdictIn(report)?.status).toBe('pass');
  cancel.abort();
  expect(await refined).toBeNull();
});
