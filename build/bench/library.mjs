// A library of 10,000 profiles listed as the window gets it, in a process that has just started and in one that has
// listed it before, against nothing but reading its files; and how long other work of that process has to wait.
// Judged by processor time, as on a busy machine the clock measures its other programs.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { at } from '../support/paths.mjs';
import { judged, median, spread } from './numbers.mjs';

export const title = 'Listing a library of 10,000 profiles';

const count = 10_000;

export async function measure({ runs = 7 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-bench-'));
  try {
    const rooms = await bundled(folder);
    const told = { rooms, home: join(folder, 'library'), count };
    await inProcess({ ...told, task: 'fill' });
    const times = { floor: [], unknown: [], first: [], again: [], waits: [] };
    for (let run = 0; run < runs; run += 1) {
      times.floor.push(await inProcess({ ...told, task: 'floor' }));
      times.unknown.push((await inProcess({ ...told, task: 'list', isNew: true })).first);
      const listed = await inProcess({ ...told, task: 'list' });
      times.first.push(listed.first);
      times.again.push(listed.again);
      times.waits.push(listed.longestWait);
    }
    console.log(`reading the files, no more  ${both(times.floor)}`);
    console.log(`listed, never seen before   ${both(times.unknown)}`);
    console.log(`listed, just started        ${both(times.first)}`);
    console.log(`listed again                ${both(times.again)}`);
    console.log(`others waited at most       ${spread(times.waits, 'ms')}`);
    const processor = (list) => median(list.map((one) => one.processor));
    return [
      judged('10,000 profiles, just started', processor(times.first), 200, { unit: 'ms' }),
      judged('10,000 profiles, again', processor(times.again), 200, { unit: 'ms' }),
      judged('against reading the files alone', processor(times.first) / processor(times.floor), 4),
      judged('others waited', median(times.waits), 50, { unit: 'ms' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function both(list) {
  const [processor, clock] = ['processor', 'clock'].map((key) => list.map((one) => one[key]));
  return `${spread(processor, 'ms')} of the processor, ${spread(clock, 'ms')} by the clock`;
}

function inProcess(task) {
  return new Promise((resolve, reject) => {
    const child = fork(at('build/bench/library-process.mjs'), [JSON.stringify(task)]);
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The process ended (${code}) without an answer.`)));
  });
}

async function bundled(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: at('build/bench/library-rooms.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      minify: true,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'library-rooms.cjs' } },
    },
  });
  return join(folder, 'library-rooms.cjs');
}
