// node build/fuzz.mjs [--seconds 120 | --count N] [--seed N]: mutated .rdp files against what must always hold.
import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from './support/paths.mjs';

const hangMs = 30_000;
const outDir = at('node_modules/.cache/entra-rdp/fuzz');
const failures = at('test-results');

/** Runs on every core; an input that takes longer than half a minute counts as a hang. */
export async function fuzzRdp({ seed = 20261122, count = null, seconds = null }) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: at('test/fuzz/child.ts'),
      outDir,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
    },
  });
  await mkdir(failures, { recursive: true });
  const step = availableParallelism();
  const run = { corpus: at('test/fixtures/rdp-corpus'), seed, step, count, failures };
  const forMs = seconds === null ? null : seconds * 1000;
  const started = performance.now();
  const parts = await Promise.all(
    Array.from({ length: step }, (_, first) => runChild({ ...run, first, forMs })),
  );
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  return { seed, done: sum('done'), failed: sum('failed'), seconds: (performance.now() - started) / 1000 };
}

function runChild(run) {
  return new Promise((resolve) => {
    const child = fork(`${outDir}/child.mjs`, [JSON.stringify(run)]);
    let latest = { index: run.first, done: 0, failed: 0, isOver: false };
    const end = (why) => {
      clearTimeout(watchdog);
      if (why) process.stderr.write(`${why} after input ${latest.index} of seed ${run.seed}\n`);
      resolve({ ...latest, failed: latest.failed + (why ? 1 : 0) });
    };
    const watch = () =>
      setTimeout(() => {
        child.removeAllListeners('exit');
        child.kill('SIGKILL');
        end(`Nothing moved for ${hangMs / 1000} s`);
      }, hangMs);
    let watchdog = watch();
    child.on('message', (message) => {
      latest = message;
      clearTimeout(watchdog);
      watchdog = watch();
    });
    child.on('exit', (code) => end(latest.isOver && code === 0 ? null : `The process ended (${code})`));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { seconds: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } },
  });
  const number = (text) => (text === undefined ? undefined : Number(text));
  const seconds = number(values.seconds) ?? (values.count ? null : 120);
  const { seed, done, failed, ...took } = await fuzzRdp({
    seconds,
    count: number(values.count) ?? null,
    ...(values.seed && { seed: Number(values.seed) }),
  });
  console.log(
    `Seed ${seed}: ${done.toLocaleString('en')} mutated .rdp files in ${took.seconds.toFixed(0)} s. No crash, hang or lost byte in ${(done - failed).toLocaleString('en')} of them.`,
  );
  console.log(`${failed === 0 ? 1 : 0} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
