import { afterEach, expect, it } from 'vitest';
import { createAzureReader } from '../../../main/azure/create-azure-reader';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { createEntraReader } from '../../../main/entra/create-entra-reader';
import { runPreflight } from '../../../main/preflight/run-preflight';
import { causes } from '../../../shared/preflight/causes';
import { checks } from '../../../shared/preflight/registry';
import { demoWorld, endpointOf, holding, vmCalled } from '../../support/demo-world';
import { startContoso } from '../demo/support';

/** Longer than any test may take: what answers in this time was not waited for. */
const foreverMs = 600_000;
const ada = 'ada@contoso.example';
const open: DemoAzure[] = [];
afterEach(async () => {
  for (const demo of open.splice(0)) await demo.close();
});

it('returns before anything has answered, with its requests aborted and the rest dropped', async () => {
  const quick = await startContoso();
  const slow = await startContoso({ delayMs: foreverMs });
  open.push(quick, slow);
  const cancel = new AbortController();
  // Signed in where it is quick; everything is asked where nothing answers, the resolver included.
  const world = await demoWorld(quick, ada, { vmId: vmCalled(quick, 'ready-01') }, cancel.signal);
  const { azure, entra } = readersOf(slow);
  const asked: string[] = [];
  const running = runPreflight({
    subject: { vmId: world.question.vmId, name: 'ready-01' },
    world: { ...world, azure, entra, network: slow.network },
    checks,
    causes,
    circumstances: { baseline: 'article', now: '2026-11-22T12:00:00.000Z' },
    onProgress: (results) => {
      asked.push(...results.map(({ id }) => id));
      cancel.abort();
    },
    logBug: (error) => {
      throw error;
    },
  });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(asked.length).toBeGreaterThan(0);
  expect(slow.requests.total).toBe(0);
});

function readersOf(demo: DemoAzure) {
  const credential = holding('a token nobody looks at');
  return {
    azure: createAzureReader(endpointOf(demo), credential),
    entra: createEntraReader(endpointOf(demo), () => credential),
  };
}
