import { Agent, get } from 'node:https';
import { judged, median, spread } from './numbers.mjs';
import { buildRooms } from './rooms/build-rooms.mjs';
import { countCalls } from './rooms/counted-calls.mjs';
import { withDemoWorld } from './rooms/demo-world.mjs';
import { isOnLink, linkDelayMs, missingForLink, runOnLink } from './rooms/link.mjs';

export const title = 'Pre-flight against its longest chain of dependent calls, every call delayed by 100 ms';

const delayMs = 100;
const budgets = { ratio: 1.2, chain: 4, firstVerdict: 1.2, cancelMs: 50 };
/** After how much of a run it is cancelled: before, between and during its calls. */
const cancelAfterMs = [20, 110, 150, 210, 320, 390];

const subjects = [
  { username: 'ada@contoso.example', vm: 'ready-01' },
  { username: 'ada@contoso.example', vm: 'no-dns-01' },
  { username: 'lin@contoso.example', vm: 'ready-01' },
];

/** @param {{ runs: number }} options Each VM is checked that often after one cold run, which is told beside. */
export async function measure({ runs = 7, isLinked = false }) {
  if (isOnLink) console.log(`beside a link that takes ${2 * linkDelayMs} ms there and back`);
  const roomsFile = await buildRooms();
  const rooms = (await import(roomsFile)).default;
  const results = [];
  for (const { username, vm } of subjects) {
    const samples = await withDemoWorld(rooms, roomsFile, { username, delayMs }, (demo) =>
      sampleAll(rooms, demo, vm, runs),
    );
    results.push(...tell(`${vm} as ${username.split('@')[0]}`, samples));
    results.push(
      judged(
        '  longest wait for a cancelled run to return',
        Math.max(...samples.cancelled),
        budgets.cancelMs,
        { unit: 'ms' },
      ),
    );
  }
  if (isLinked && !isOnLink) measureOnLink(runs);
  return results;
}

/** The link's own ratios are shown and not counted: they are the same budget, measured another way. */
function measureOnLink(runs) {
  const missing = missingForLink();
  if (missing === null) runOnLink(['preflight', '--runs', String(runs)]);
  else console.log(missing);
}

async function sampleAll(rooms, demo, vm, runs) {
  const cold = await sampleOne(rooms, demo, vm);
  const warm = [];
  const bare = bareCalls(demo);
  for (let run = 0; run < runs; run += 1) {
    const sample = await sampleOne(rooms, demo, vm);
    warm.push({ ...sample, bareMs: await bare.timed(sample.chain) });
  }
  bare.close();
  const cancelled = [];
  for (const afterMs of cancelAfterMs) cancelled.push(await timeToCancel(rooms, demo, vm, afterMs));
  return { cold, warm, cancelled };
}

/** @returns {Promise<number>} milliseconds from the word to the run's end. */
async function timeToCancel(rooms, demo, vm, afterMs) {
  const cancel = new AbortController();
  let askedAt;
  setTimeout(() => {
    askedAt = performance.now();
    cancel.abort();
  }, afterMs);
  await sampleOne(rooms, demo, vm, cancel.signal).catch((error) => {
    if (error.code !== 'cancelled') throw error;
  });
  return performance.now() - askedAt;
}

async function sampleOne(rooms, { worldFor, vmCalled }, vm, signal = new AbortController().signal) {
  const vmId = vmCalled(vm);
  const question = { vmId, hostName: null, address: null, port: 3389, forUsername: null };
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const counted = countCalls({ gatherers: rooms.gatherers, world: worldFor(question, signal) });
  let firstMs;
  await rooms.runPreflight({
    subject: { vmId, name: vm },
    world: counted.world,
    checks: rooms.checks,
    causes: rooms.causes,
    circumstances: { baseline: 'article', now: new Date().toISOString() },
    gatherers: counted.gatherers,
    onProgress: () => {
      firstMs ??= performance.now() - startedAt;
    },
    logBug: (error) => console.error(error),
  });
  counted.stop();
  const { system, user } = process.cpuUsage(cpuBefore);
  return {
    ms: performance.now() - startedAt,
    cpuMs: (system + user) / 1000,
    firstMs,
    chain: Math.max(...counted.stepsTo.values()),
    stepsTo: counted.stepsTo,
    byKind: counted.byKind,
  };
}

/** The least a chain of calls can take here and now: requests on an open connection, and nothing done with them. */
function bareCalls({ endpoint }) {
  const agent = new Agent({ keepAlive: true, ca: endpoint.trustedCertificate });
  const url = `${endpoint.cloud.arm}/subscriptions`;
  const call = () =>
    new Promise((resolve, reject) => {
      const asking = get(url, { agent }, (answer) => answer.resume().on('end', resolve));
      asking.on('error', reject);
    });
  return {
    async timed(count) {
      await call();
      const startedAt = performance.now();
      for (let left = count; left > 0; left -= 1) await call();
      return performance.now() - startedAt;
    },
    close: () => agent.destroy(),
  };
}

function tell(who, { cold, warm }) {
  // Side by side chains can be counted too long, never too short: the shortest count is the chain.
  const { chain, stepsTo, byKind } = warm.toSorted((a, b) => a.chain - b.chain)[0];
  const last = [...stepsTo].filter(([, steps]) => steps === chain).map(([fact]) => fact);
  const calls = Object.entries(byKind).map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  const ms = warm.map((sample) => sample.ms);
  const first = warm.map((sample) => sample.firstMs);
  console.log(
    `${who}: ${spread(ms, 'ms')}, first run in the process ${Math.round(cold.ms)} ms (${(cold.ms / (chain * delayMs)).toFixed(2)} x); first verdict ${spread(first, 'ms')}`,
  );
  const bare = warm.map((sample) => sample.bareMs);
  const cpu = warm.map((sample) => sample.cpuMs);
  // A busy machine is late with timers, too: what that costs is in both, and our computing is told by itself.
  console.log(
    `  ${chain} bare calls one after the other, in between: ${spread(bare, 'ms')}, so ${(median(ms) / median(bare)).toFixed(2)} x; our computing ${spread(cpu, 'ms')}`,
  );
  console.log(`  ${calls.join(', ')}; the longest chain ends with ${last.join(', ')}`);
  return [
    judged(`${who}: longest chain`, chain, budgets.chain, { unit: 'calls' }),
    judged(
      `${who}: wall time against ${chain} x ${delayMs} ms`,
      median(ms) / (chain * delayMs),
      budgets.ratio,
    ),
    judged(`${who}: first verdict against one call`, median(first) / delayMs, budgets.firstVerdict),
  ];
}
