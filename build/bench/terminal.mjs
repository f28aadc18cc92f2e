import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildIfStale } from '../support/build-if-stale.mjs';
import { at, root } from '../support/paths.mjs';
import { judged, median, spread } from './numbers.mjs';

export const title = 'The terminal against a Node that does nothing';

const budget = 2;
const program = at('out/main/cli.cjs');
const commands = {
  'node -e 0': ['-e', '0'],
  '--help': [program, '--help'],
  explain: [program, 'explain', '0x801c0002'],
};

/** @param {{ runs: number }} options Each command is started that often, in turns, after one start that does not count. */
export async function measure({ runs = 21 }) {
  if (!(await buildIfStale())) throw new Error('The terminal could not be built.');
  console.log(`Node ${process.version}, ${runs} runs each, in turns; medians [least-most]`);
  const samples = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -1; round < runs; round += 1) {
    for (const [name, words] of Object.entries(commands)) {
      const ms = await timed(words);
      if (round >= 0) samples[name].push(ms);
    }
  }
  for (const [name, ms] of Object.entries(samples)) console.log(`${name.padEnd(9)} ${spread(ms, 'ms')}`);
  const { 'node -e 0': bare, ...ours } = samples;
  return Object.entries(ours).map(([name, ms]) =>
    judged(`entra-rdp ${name}`, median(ms) / median(bare), budget),
  );
}

async function timed(words) {
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, words, { cwd: root });
  return performance.now() - startedAt;
}
