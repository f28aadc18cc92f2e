import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { resolveElectronRuntime } from '../electron-runtime/resolve.mjs';
import { buildIfStale } from '../support/build-if-stale.mjs';
import { at, root } from '../support/paths.mjs';
import { withDisplay } from './display.mjs';
import { proportionalMemory } from './memory.mjs';
import { judged, median, spread } from './numbers.mjs';

export const title = 'Start to interactive, and memory, against a blank window of the same runtime';

const budgets = { interactive: 1.25, memory: 1.2 };
const apps = { blank: at('build/bench/blank'), ours: root };
/** Memory is read when the first frames and their garbage are over. */
const settleMs = 1500;
const impatienceMs = 20_000;

/** @param {{ runs: number }} options Each app is started that often, in turns, after one start that does not count. */
export async function measure({ runs = 11 }) {
  if (!(await buildIfStale())) throw new Error('The app could not be built.');
  const { program, version } = await resolveElectronRuntime();
  console.log(`Electron ${version}, ${runs} runs each, in turns; medians [least-most]`);
  const samples = await withDisplay(() => sampleAll(program, runs));

  for (const [name, of] of Object.entries(samples))
    console.log(
      `${name.padEnd(6)} shown ${spread(pick(of, 'shown'), 'ms')}, interactive ${spread(pick(of, 'interactive'), 'ms')}, memory ${spread(pick(of, 'memory'), 'MB')}`,
    );
  const ratio = (key) => median(pick(samples.ours, key)) / median(pick(samples.blank, key));
  return [
    judged('start to interactive', ratio('interactive'), budgets.interactive),
    judged('memory of all processes (PSS)', ratio('memory'), budgets.memory),
  ];
}

function pick(samples, key) {
  return samples.map((sample) => sample[key]);
}

async function sampleAll(program, runs) {
  const profiles = await mkdtemp(join(tmpdir(), 'entra-rdp-bench-'));
  const samples = { blank: [], ours: [] };
  try {
    for (let round = -1; round < runs; round += 1)
      for (const [name, folder] of Object.entries(apps)) {
        const sample = await sampleOne(program, folder, join(profiles, name));
        if (round >= 0) samples[name].push(sample);
      }
    return samples;
  } finally {
    await rm(profiles, { recursive: true, force: true });
  }
}

async function sampleOne(program, folder, profile) {
  const started = performance.now();
  const child = spawn(
    program,
    ['--no-sandbox', '-r', at('build/bench/probe.cjs'), folder, `--user-data-dir=${profile}`],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ENTRA_RDP_HOME: join(profile, 'home') },
    },
  );
  try {
    const times = await untilInteractive(child, started);
    await pause(settleMs);
    return { ...times, memory: proportionalMemory(child.pid) };
  } finally {
    await end(child);
  }
}

/** @returns {Promise<{ shown: number, interactive: number }>} in milliseconds since the start. */
function untilInteractive(child, started) {
  const times = {};
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The app did not become interactive.')), impatienceMs);
    child.stdout.on('data', (data) => {
      for (const [, name] of String(data).matchAll(/PROBE (\w+)/g))
        times[name] ??= performance.now() - started;
      if (times.shown === undefined || times.interactive === undefined) return;
      clearTimeout(timer);
      resolve(times);
    });
    child.once('exit', (code) => reject(new Error(`The app ended with ${code} before it was interactive.`)));
  });
}

function end(child) {
  if (child.exitCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}
