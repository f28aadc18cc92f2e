// Files signed per second, against the RSA operation alone: one after another on one thread, and many at once
// in the same pool of threads. Judged by processor time: on a busy machine the clock measures its other programs.
import { sign } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { at } from '../support/paths.mjs';
import { judged, median, spread } from './numbers.mjs';

export const title = 'Signing .rdp files against RSA alone (RSA-2048, SHA-256)';

const budget = 1.3;
const files = 1000;
const inPool = promisify(sign);

export async function measure({ runs = 5 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-bench-'));
  try {
    const rooms = await bundled(folder);
    const identity = rooms.makeIdentity();
    const documents = Array.from({ length: files }, (_, index) => rooms.sampleBytes(index));
    const signer = rooms.createSigner(identity);
    const signOne = async (bytes) => signer(rooms.parseRdp(bytes));
    const message = Buffer.alloc(2276, 'a');
    const raw = () => inPool('sha256', message, identity.key);

    await timed(() => oneByOne(documents.slice(0, 50), signOne));
    const alone = { ours: [], raw: [] };
    const together = { ours: [], raw: [] };
    for (let run = 0; run < runs; run += 1) {
      // Turn by turn, so that a machine that slows down slows both.
      alone.raw.push(await timed(() => oneByOne(documents, raw)));
      alone.ours.push(await timed(() => oneByOne(documents, signOne)));
      together.raw.push(await timed(() => atOnce(documents, raw)));
      together.ours.push(await timed(() => atOnce(documents, signOne)));
    }
    console.log(`raw RSA, one after another   ${rate(alone.raw)}`);
    console.log(`signed, one after another    ${rate(alone.ours)}`);
    console.log(`raw RSA, in the pool         ${rate(together.raw)}`);
    console.log(`signed, in the pool          ${rate(together.ours)}`);
    console.log(`signed on disk, in place     ${await onDisk(rooms, identity, documents, folder)}`);
    console.log(`one after another: ${ratio(alone).toFixed(2)} x, threads changing hands for each file`);
    return [judged('many at once', ratio(together), budget)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundled(folder) {
  const entry = at('build/bench/sign-rooms.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir: folder, target: 'node20', emptyOutDir: false },
    ssr: { noExternal: true },
  });
  const [name] = readdirSync(folder).filter((file) => /^sign-rooms\.m?js$/.test(file));
  return import(join(folder, name));
}

async function oneByOne(items, work) {
  for (const item of items) await work(item);
}

const width = 16;

async function atOnce(items, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) await work(items[next++]);
    }),
  );
}

async function timed(work) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}

async function onDisk(rooms, identity, documents, folder) {
  const paths = documents.map((bytes, index) => {
    const path = join(folder, `${index}.rdp`);
    writeFileSync(path, bytes);
    return path;
  });
  const sign = rooms.createSigner(identity);
  const signal = new AbortController().signal;
  return rate([await timed(() => rooms.signFiles(paths, { sign, signal }))]);
}

const processorTime = (times) => median(times.map(({ processor }) => processor));
const ratio = ({ ours, raw }) => processorTime(ours) / processorTime(raw);
const rate = (times) =>
  spread(
    times.map(({ wall }) => (files / wall) * 1000),
    'a second',
  );
