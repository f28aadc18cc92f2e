// 1,000 signed files over the demo tenant, from the list to the manifest, against the sum of what cannot be done
// without: the pages of Resource Graph, the RSA operation over the same pool of threads, and writing the same
// bytes as files. All floors are measured in the same run, in turns with ours.
import { sign } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { judged, median, spread } from './numbers.mjs';
import { buildRooms } from './rooms/build-rooms.mjs';
import { withDemoWorld } from './rooms/demo-world.mjs';
import { readPages } from './rooms/raw-pages.mjs';

export const title = '1,000 signed files of a list against Resource Graph, RSA and writing alone';

const budget = 1.3;
const files = 1000;
const users = 50;
/** Every sixth made-up VM runs Linux and has no file. */
const scale = 1300;
const atOnce = 16;
const username = 'ada@contoso.example';
const inPool = promisify(sign);

/** @param {{ runs: number }} options How often each is timed, in turns, after one run that does not count. */
export async function measure({ runs = 7 }) {
  const roomsFile = await buildRooms();
  const rooms = (await import(roomsFile)).default;
  const folder = await mkdtemp(join(tmpdir(), 'entra-rdp-bench-batch-'));
  try {
    return await withDemoWorld(rooms, roomsFile, { username, scale }, async (demo) => {
      const around = { rooms, demo, folder, identity: rooms.makeIdentity(), list: await listOf(rooms, demo) };
      const written = await made(around, 'warm-up');
      const ways = {
        ours: (name) => made(around, name),
        pages: () => readPages(demo, rooms.vmsForProfilesQuery(null)),
        rsa: () => signatures(around),
        writing: (name) => copies(written, join(folder, name)),
      };
      const samples = { ours: [], pages: [], rsa: [], writing: [] };
      for (let run = 0; run < runs; run += 1) {
        // Who comes first meets a disk that still clears up after the others: they take turns at that.
        const inTurns = Object.entries(ways);
        inTurns.push(...inTurns.splice(0, run % inTurns.length));
        for (const [way, work] of inTurns) samples[way].push(await timed(() => work(`${way}-${run}`)));
      }
      return tell(samples);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(samples) {
  for (const [way, times] of Object.entries(samples)) {
    console.log(
      `${way.padEnd(8)} ${spread(
        times.map(({ wall }) => wall),
        'ms',
      )}, processor ${spread(
        times.map(({ processor }) => processor),
        'ms',
      )}`,
    );
  }
  const wall = (way) => median(samples[way].map((time) => time.wall));
  const floors = wall('pages') + wall('rsa') + wall('writing');
  return [judged(`${files} files, end to end`, wall('ours') / floors, budget)];
}

/** The whole way, as the terminal goes it. */
async function made({ demo, folder, identity, list, rooms }, name) {
  const { endpoint, session, tenant } = demo;
  const signal = new AbortController().signal;
  const inventory = rooms.createInventory({
    endpoint,
    tenants: async () => [tenant],
    credentialFor: (tenantId) => rooms.azureCredential(session.tokens, tenantId),
  });
  const library = rooms.openLibrary(join(folder, 'library'));
  const batch = await rooms.planBatch(
    { kind: 'csv', name: 'vms.csv', text: list },
    { template: null, route: null, layout: 'folder-per-user', users: [] },
    { inventory, library: async () => library },
    { signal },
  );
  const signer = { name: 'Bench', id: 'bench', sign: rooms.createSigner(identity) };
  const result = await rooms.runBatch(batch, { folder: join(folder, name), signer, signal });
  if (result.written !== files)
    throw new Error(
      `${result.written} files were written, not ${files}: ${result.rows.find(({ problem }) => problem)?.problem}`,
    );
  return result.rows.map(({ file }) => ({ file, path: join(folder, name, file) }));
}

async function listOf(rooms, demo) {
  const { rows } = await readPages(demo, rooms.vmsForProfilesQuery(null));
  const windows = rows
    .filter(({ computerName, osType }) => osType === 'Windows' && computerName !== '')
    .slice(0, files);
  return `vm,user\n${windows.map(({ id }, index) => `${id},user-${index % users}@contoso.example`).join('\n')}\n`;
}

/** As long as what a signature covers of our files. */
const message = Buffer.alloc(2276, 'a');

function signatures({ identity }) {
  return allOf(Array.from({ length: files }), () => inPool('sha256', message, identity.key));
}

let contents;

/** The same bytes in the same folders, which are there already. */
async function copies(written, folder) {
  contents ??= await Promise.all(
    written.map(async ({ file, path }) => ({ file, bytes: await readFile(path) })),
  );
  for (const part of new Set(contents.map(({ file }) => dirname(file))))
    await mkdir(join(folder, part), { recursive: true });
  await allOf(contents, ({ bytes, file }) => writeFile(join(folder, file), bytes));
}

async function allOf(items, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) await work(items[next++]);
    }),
  );
}

async function timed(work) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { system, user } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (user + system) / 1000 };
}
