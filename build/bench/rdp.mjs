// .rdp files generated per second, against encoding and writing text that is already there; and 1,000 files read and
// linted. Judged by processor time: on a busy machine the clock measures its other programs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { at } from '../support/paths.mjs';
import { judged, median, spread } from './numbers.mjs';

export const title = 'Generating .rdp files, and reading and linting them';

const generated = 10_000;
const linted = 1000;

export async function measure({ runs = 5 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-bench-'));
  try {
    const rooms = await bundled(folder);
    const generation = await generating(rooms, folder, runs);
    const reading = await linting(rooms, folder, runs);
    return [...generation, ...reading];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function generating({ composeProfile, serializeRdp, lineOf }, folder, runs) {
  const plan = (index) => ({
    address: `VM-${index % 10_000}`,
    port: 3389,
    username: `user${index}@contoso.example`,
    route: index % 2 ? 'password' : 'web-account',
  });
  const text = `${composeProfile(plan(0)).map(lineOf).join('\r\n')}\r\n`;
  const ours = (index) => serializeRdp(composeProfile(plan(index)));
  const floor = () => Buffer.from(`\ufeff${text}`, 'utf16le');
  const written = (make) => (index) =>
    writeFileSync(join(folder, `${index % 500}.rdp`), make(index), { mode: 0o600 });

  const times = { composed: [], encoded: [], written: [], floor: [] };
  for (let run = 0; run <= runs; run += 1) {
    // Turn by turn, so that a machine that slows down slows both. The first run only warms up.
    const took = {
      encoded: timed(() => repeat(generated, floor)),
      composed: timed(() => repeat(generated, ours)),
      floor: timed(() => repeat(generated, written(floor))),
      written: timed(() => repeat(generated, written(ours))),
    };
    if (run > 0) for (const [name, list] of Object.entries(times)) list.push(took[name]);
  }
  console.log(`encoded, text at hand       ${rate(times.encoded)}`);
  console.log(`composed and encoded        ${rate(times.composed)}`);
  console.log(`encoded and written         ${rate(times.floor)}`);
  console.log(`composed and written        ${rate(times.written)}`);
  return [
    judged('generated', (generated / median(times.composed)) * 1000, 10_000, {
      unit: 'files/s',
      isFloor: true,
    }),
    judged('against encoding and writing alone', median(times.written) / median(times.floor), 2),
  ];
}

async function linting({ readRdpFile, lintRdp }, folder, runs) {
  const corpus = at('test/fixtures/rdp-corpus');
  const shapes = readdirSync(corpus).map((name) => readFileSync(join(corpus, name)));
  const files = Array.from({ length: linted }, (_, index) => join(folder, `lint-${index}.rdp`));
  for (const [index, file] of files.entries()) writeFileSync(file, shapes[index % shapes.length]);

  const [processor, clock] = [[], []];
  let findings = 0;
  for (let run = 0; run < runs; run += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    for (const file of files) findings += lintRdp(await readRdpFile(file)).length;
    clock.push(performance.now() - started);
    processor.push(milliseconds(process.cpuUsage(used)));
  }
  console.log(`1,000 files read and linted ${spread(processor, 'ms')}, by the clock ${spread(clock, 'ms')}`);
  console.log(`                            ${Math.round(findings / runs / linted)} findings a file`);
  return [judged('1,000 files read and linted', median(processor) / 1000, 2, { unit: 's' })];
}

function repeat(times, work) {
  for (let index = 0; index < times; index += 1) work(index);
}

/** Milliseconds of processor time. */
function timed(work) {
  const used = process.cpuUsage();
  work();
  return milliseconds(process.cpuUsage(used));
}

function milliseconds({ user, system }) {
  return (user + system) / 1000;
}

function rate(times) {
  const each = times.map((ms) => (generated / ms) * 1000);
  return `${Math.round(median(each)).toLocaleString('en')} files/s`;
}

async function bundled(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: at('build/bench/rdp-rooms.ts'),
      outDir: folder,
      target: 'node20.18',
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'rdp-rooms.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(join(folder, 'rdp-rooms.mjs')).href);
}
