import { setTimeout as pause } from 'node:timers/promises';
import { judged, median, spread } from './numbers.mjs';
import { buildRooms } from './rooms/build-rooms.mjs';
import { withDemoWorld } from './rooms/demo-world.mjs';
import { readPages } from './rooms/raw-pages.mjs';

export const title = '50,000 VMs against the pages of Resource Graph they come from';

const vms = 50_000;
const settleMs = 300;
const budgets = { first: 1.2, all: 1.2, memoryMB: 250 };
const username = 'ada@contoso.example';

/** @param {{ runs: number }} options Lists and bare pages are read that often, in turns, after one list that does not count. */
export async function measure({ runs = 10 }) {
  const roomsFile = await buildRooms();
  const rooms = (await import(roomsFile)).default;
  return withDemoWorld(rooms, roomsFile, { username, scale: vms }, async (demo) => {
    const before = memoryMB();
    let most = before;
    // The first list warms up what the others are timed with, and no other garbage is in its memory.
    await timedList(rooms, demo, () => {
      most = Math.max(most, memoryMB());
    });
    const samples = { list: [], bare: [] };
    for (let run = 0; run < runs; run += 1) {
      const readings = { list: () => timedList(rooms, demo), bare: () => timedPages(rooms, demo) };
      // Who comes second meets a server that still clears up after the first: they take turns at that.
      const inTurns = Object.entries(readings);
      if (run % 2) inTurns.reverse();
      const read = {};
      for (const [name, reading] of inTurns) {
        await pause(settleMs);
        read[name] = await reading();
      }
      const { list, bare } = read;
      if (list.rows !== bare.rows)
        throw new Error(`${list.rows} VMs were listed, and ${bare.rows} are there.`);
      samples.list.push(list);
      samples.bare.push(bare);
    }
    return tell(samples, most - before);
  });
}

function tell({ list, bare }, memory) {
  const of = (samples, key) => samples.map((sample) => sample[key]);
  for (const [what, key] of [
    ['first rows', 'firstMs'],
    ['all rows', 'allMs'],
  ]) {
    console.log(`${what}: ${spread(of(list, key), 'ms')}, bare pages ${spread(of(bare, key), 'ms')}`);
  }
  const ratio = (key) => median(of(list, key)) / median(of(bare, key));
  return [
    judged(`first rows of ${list[0].rows} VMs`, ratio('firstMs'), budgets.first),
    judged(`all ${list[0].rows} VMs`, ratio('allMs'), budgets.all),
    judged('memory above the empty program', memory, budgets.memoryMB, { unit: 'MB' }),
  ];
}

function memoryMB() {
  return process.memoryUsage.rss() / 1_000_000;
}

/** As the window holds them: every row is kept until the next list. */
async function timedList(rooms, { endpoint, session, tenant }, onPage = () => undefined) {
  const inventory = rooms.createInventory({
    endpoint,
    tenants: async () => [tenant],
    credentialFor: (tenantId) => rooms.azureCredential(session.tokens, tenantId),
  });
  const startedAt = performance.now();
  const kept = [];
  let firstMs;
  await inventory.list((page) => {
    firstMs ??= performance.now() - startedAt;
    kept.push(...page);
    onPage();
  }, new AbortController().signal);
  return { firstMs, allMs: performance.now() - startedAt, rows: kept.length };
}

/** The same query, and nothing done with the answers but parsing them. */
async function timedPages(rooms, demo) {
  const { rows, ...times } = await readPages(demo, rooms.vmListQuery);
  return { ...times, rows: rows.length };
}
