// node build/kills.mjs [--count N] [--seed N]: a process that saves into the library is killed at any moment; nothing may be lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from './support/paths.mjs';

const outDir = at('node_modules/.cache/entra-rdp/kills');
/** Most of a round is waiting for the disk. */
const atOnce = 6;

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 1000);
const seed = Number(values.seed ?? 20261122);

const { build } = await import('vite');
await build({
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: {
      input: { child: at('test/kills/child.ts'), round: at('test/kills/round.ts') },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
const { runRounds } = await import(pathToFileURL(join(outDir, 'round.mjs')).href);

const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-kills-'));
const started = performance.now();
let [passed, failed, saves] = [0, 0, 0];
const onRound = ({ round, saves: acknowledged, faults }) => {
  saves += acknowledged;
  if (faults.length === 0) passed += 1;
  else failed += 1;
  for (const fault of faults) process.stderr.write(`Kill ${round} of seed ${seed}: ${fault}\n`);
};
await Promise.all(
  Array.from({ length: atOnce }, (_, first) =>
    runRounds(
      {
        child: join(outDir, 'child.mjs'),
        folder: join(folder, String(first)),
        seed,
        first,
        step: atOnce,
        count,
      },
      onRound,
    ),
  ),
);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `Seed ${seed}: ${count.toLocaleString('en')} kills in the middle of ${saves.toLocaleString('en')} saves that were acknowledged, in ${seconds} s. Nothing was lost in ${passed.toLocaleString('en')} of them.`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
if (failed === 0) await rm(folder, { recursive: true, force: true });
else process.stderr.write(`What was left is in ${folder}\n`);
