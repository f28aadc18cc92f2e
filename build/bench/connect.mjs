import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judged, median, percentile, spread } from './numbers.mjs';
import { buildRooms } from './rooms/build-rooms.mjs';
import { withDemoWorld } from './rooms/demo-world.mjs';

export const title = 'Connect, with the pre-flight done, to the client process';

const budgetMs = 100;
const username = 'ada@contoso.example';
const vm = 'ready-01';

/** @param {{ runs: number }} options Connections that are opened, with a program of ours in the client's place. */
export async function measure({ runs = 41 }) {
  const roomsFile = await buildRooms();
  const rooms = (await import(roomsFile)).default;
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-bench-'));
  try {
    const checked = await withDemoWorld(rooms, roomsFile, { username }, (demo) => check(rooms, demo));
    const connect = await connecting(rooms, checked, folder);
    const samples = [];
    for (let run = -1; run < runs; run += 1) {
      const ms = await connect();
      if (run >= 0) samples.push(ms);
    }
    console.log(
      `settings, route, profile, file, process: ${spread(samples, 'ms')}, 95th of 100 ${percentile(samples, 95).toFixed(1)} ms`,
    );
    return [judged('Connect to client process', median(samples), budgetMs, { unit: 'ms' })];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function check(rooms, { vmCalled, worldFor }) {
  const { signal } = new AbortController();
  const vmId = vmCalled(vm);
  const question = { vmId, hostName: null, address: null, port: 3389, forUsername: null };
  return rooms.runPreflight({
    subject: { vmId, name: vm },
    world: worldFor(question, signal),
    checks: rooms.checks,
    causes: rooms.causes,
    circumstances: { baseline: 'article', now: new Date().toISOString() },
    logBug: (error) => console.error(error),
  });
}

/** Everything is the product's, the folder and the settings file included, but the program that is started. */
async function connecting(rooms, { gathered, report }, folder) {
  const program = join(folder, 'client.sh');
  await writeFile(program, '#!/bin/sh\n', { mode: 0o700 });
  const client = {
    id: 'mstsc',
    name: 'A client',
    version: null,
    path: program,
    routes: ['web-account'],
    limits: [],
  };
  const { connect } = rooms.createConnect({
    preflight: async () => ({ report, gathered: { ...gathered, rdpClients: { value: [client] } } }),
    clientPc: { rdpClients: async () => [client] },
    settings: rooms.openSettingsStore(folder),
    layers: async () => ({ layers: [], warnings: [] }),
    library: async () => rooms.openLibrary(join(folder, 'library')),
    openRdpFolder: () => rooms.openRdpFolder(join(folder, 'files')),
    cloud: async () => ({ portal: '' }),
    isDescribedPc: false,
    isTerminal: false,
    explainFromEventLogs: async () => null,
  });
  return async () => {
    const startedAt = performance.now();
    let openedMs;
    await connect({
      subject: { vmId: report.vm.id },
      route: null,
      anyway: false,
      signal: new AbortController().signal,
      onStage: ({ stage }) => {
        if (stage === 'opened') openedMs = performance.now() - startedAt;
      },
    });
    return openedMs;
  };
}
