import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { z } from 'zod';
import type { Inventory } from '../../../main/azure/inventory';
import { composedFile } from '../../../main/profiles/batch/make-file';
import { planBatch } from '../../../main/profiles/batch/plan-batch';
import { type RunOptions, runBatch } from '../../../main/profiles/batch/run-batch';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { createSigner } from '../../../main/rdp-files/signing/signer';
import { verifyRdp } from '../../../main/rdp-files/signing/verify';
import { BatchOptions } from '../../../shared/profiles/batch-view';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import { parseRdp, settingsIn } from '../../../shared/rdp/parse';
import { serializeRdp } from '../../../shared/rdp/serialize';
import { prepareToSign } from '../../../shared/rdp/signature/prepare';
import { listedVm } from '../../support/listed-vms';
import { identityOf, makePublisher } from '../../support/publisher';
import { temporaryFolder } from '../../support/temporary-folder';

let root: string;
let folder: string;
beforeEach(() => {
  root = temporaryFolder();
  folder = join(root, 'out');
});

const publisher = makePublisher({ name: 'Contoso Helpdesk' });
const signer = { name: 'Contoso Helpdesk', id: 'A', sign: createSigner(identityOf(publisher)) };
const vms = Array.from({ length: 200 }, (_, index) => listedVm(`vm-${index}`));

function planned(
  text: string,
  options: Partial<BatchOptions> = {},
  forProfiles: Inventory['forProfiles'] = () => Promise.resolve({ vms, partial: [] }),
) {
  return planBatch(
    { kind: 'csv', name: 'vms.csv', text },
    BatchOptions.parse(options),
    {
      inventory: { forProfiles },
      library: () =>
        Promise.resolve({ contents: () => Promise.resolve({ templates: [], profiles: [], problems: [] }) }),
    },
    { signal: new AbortController().signal },
  );
}

const list = (count: number, users = 4) =>
  `vm,user\n${Array.from({ length: count }, (_, index) => `vm-${index},user-${index % users}@x.y`).join('\n')}`;

async function run(text: string, options: Partial<RunOptions & BatchOptions> = {}) {
  const { layout, template, route, ...rest } = options;
  const batch = await planned(text, {
    ...(layout && { layout }),
    ...(template && { template }),
    ...(route && { route }),
  });
  return runBatch(batch, { folder, signer: null, signal: new AbortController().signal, ...rest });
}

const Manifest = z.object({ version: z.literal(1), rows: z.array(z.record(z.string(), z.unknown())) });

const contentOf = (at: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(rdp|zip)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(at.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

describe('writing a batch', () => {
  it('writes signed files into a folder a user, with both manifests', async () => {
    const { rows, ...result } = await run(`${list(8, 2)}\nnobody,user-1@x.y`, { signer });
    expect(result).toMatchObject({
      folder,
      written: 8,
      kept: 0,
      failed: 1,
      wasCancelled: false,
      manifest: join(folder, 'manifest.csv'),
      manifestJson: join(folder, 'manifest.json'),
    });
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(readdirSync(join(folder, 'user-1@x.y')).toSorted()).toEqual([
      'vm-1.rdp',
      'vm-3.rdp',
      'vm-5.rdp',
      'vm-7.rdp',
    ]);
    const document = parseRdp(readFileSync(join(folder, 'user-0@x.y/vm-2.rdp')));
    expect(
      verifyRdp(document, { judgedBy: 'given-roots', certificates: [publisher.certificate] }),
    ).toMatchObject({
      valid: true,
      trusted: true,
    });
    expect(settingsIn(document)).toContainEqual({ name: 'username', type: 's', value: 'user-0@x.y' });
    const { rows: records } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    expect(records[0]).toMatchObject({
      line: 2,
      vm: 'vm-0',
      nameUsed: 'VM-0',
      file: 'user-0@x.y/vm-0.rdp',
      signature: {
        signer: 'Contoso Helpdesk',
        covered: expect.arrayContaining(['Full Address', 'EnableRdsAadAuth']),
      },
      asks: [],
      problem: null,
    });
    expect(readFileSync(join(folder, 'manifest.csv'), 'utf8')).toMatch(/^\ufeffline,vm,.*\r\n2,vm-0,/);
  });

  it('makes a zip a user, the same one whenever it is made', async () => {
    const text = `${list(6, 2)}\nvm-9,`;
    await run(text, { layout: 'zip-per-user', signer });
    expect(Object.keys(contentOf(folder)).toSorted()).toEqual([
      'user-0@x.y.zip',
      'user-1@x.y.zip',
      'vm-9.rdp',
    ]);
    const names = await new Promise<string[]>((resolve, reject) => {
      fromBuffer(readFileSync(join(folder, 'user-1@x.y.zip')), (error, zip) => {
        if (error) return reject(error);
        const found: string[] = [];
        zip.on('entry', ({ fileName }: { fileName: string }) => found.push(fileName));
        zip.on('end', () => resolve(found));
      });
    });
    expect(names).toEqual(['vm-1.rdp', 'vm-3.rdp', 'vm-5.rdp']);
    const before = contentOf(folder);
    const again = await run(text, { layout: 'zip-per-user', signer, folder: join(root, 'again') });
    expect(again).toMatchObject({ written: 7, kept: 0 });
    expect(contentOf(join(root, 'again'))).toEqual(before);
    expect(await run(text, { layout: 'zip-per-user', signer })).toMatchObject({ written: 7, kept: 7 });
    expect(await run(`${text}\nvm-20,user-0@x.y`, { layout: 'zip-per-user', signer })).toMatchObject({
      written: 8,
      kept: 4,
    });
  });

  it('leaves what is written and unchanged, and writes what changed: content, signer, or a file taken away', async () => {
    await run(list(12), { signer });
    const stamps = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(({ name }) => name.endsWith('.rdp'))
        .map(({ name, parentPath }) => `${name} ${statSync(join(parentPath, name)).ino}`)
        .toSorted();
    const before = stamps();
    expect(await run(list(12), { signer })).toMatchObject({ written: 12, kept: 12, failed: 0 });
    expect(stamps()).toEqual(before);
    rmSync(join(folder, 'user-3@x.y/vm-3.rdp'));
    expect(await run(list(13), { signer })).toMatchObject({ written: 13, kept: 11, failed: 0 });
    expect(await run(list(13), { signer, route: 'password' })).toMatchObject({ written: 13, kept: 0 });
    expect(await run(list(13), { signer: { ...signer, id: 'B' }, route: 'password' })).toMatchObject({
      kept: 0,
    });
    const kept = await run(list(13), { signer: { ...signer, id: 'B' }, route: 'password' });
    expect(kept).toMatchObject({ kept: 13 });
    expect(kept.rows[0]?.signature?.covered).toContain('EnableRdsAadAuth');
  });

  it('writes over no file of somebody else, and over none that was changed, unless it is told to', async () => {
    mkdirSync(join(folder, 'user-0@x.y'), { recursive: true });
    writeFileSync(join(folder, 'user-0@x.y/vm-0.rdp'), 'mine');
    const first = await run(list(4));
    expect(first).toMatchObject({ written: 3, failed: 1 });
    expect(first.rows[0]?.problem).toContain('no batch wrote it. Move it away, or choose another folder');
    writeFileSync(join(folder, 'user-1@x.y/vm-1.rdp'), 'changed by hand');
    const second = await run(list(4));
    expect(second.rows.map(({ problem }) => problem?.replace(/^\S+ /, '') ?? null)).toEqual([
      expect.stringContaining('is there already'),
      expect.stringContaining('was changed since a batch wrote it'),
      null,
      null,
    ]);
    expect(readFileSync(join(folder, 'user-1@x.y/vm-1.rdp'), 'utf8')).toBe('changed by hand');
    expect(await run(list(4), { isReplacing: true })).toMatchObject({ written: 4, kept: 2, failed: 0 });
  });

  it('writes its manifest beside one of somebody else, or with somebody’s notes, and over its own', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'manifest.csv'), 'mine');
    const first = await run(list(2));
    expect(first).toMatchObject({
      manifest: join(folder, 'manifest-2.csv'),
      manifestJson: join(folder, 'manifest.json'),
      notes: [expect.stringContaining('it stays, and this one is manifest-2.csv')],
    });
    expect(await run(list(3))).toMatchObject({ manifest: join(folder, 'manifest-2.csv') });
    writeFileSync(join(folder, 'manifest-2.csv'), 'sent on Monday');
    expect(await run(list(3))).toMatchObject({ manifest: join(folder, 'manifest-3.csv') });
    expect(readFileSync(join(folder, 'manifest.csv'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'manifest-2.csv'), 'utf8')).toBe('sent on Monday');
    expect(await run(list(3), { isReplacing: true })).toMatchObject({
      manifest: join(folder, 'manifest.csv'),
    });
  });

  it('ends where it is cancelled, says so of every row, and goes on where it ended', async () => {
    const controller = new AbortController();
    const first = await run(list(200), {
      signer,
      signal: controller.signal,
      onProgress: (done) => done >= 10 && controller.abort(),
    });
    expect(first.wasCancelled).toBe(true);
    expect(first.written).toBeGreaterThanOrEqual(10);
    expect(first.written + first.failed).toBe(200);
    expect(first.failed).toBeGreaterThan(0);
    expect(Object.keys(contentOf(folder))).toHaveLength(first.written);
    expect(readFileSync(join(folder, 'manifest.csv'), 'utf8')).toContain(
      'It was not written: the batch was ended before.',
    );
    const second = await run(list(200), { signer });
    expect(second).toMatchObject({ written: 200, kept: first.written, failed: 0 });
  });

  it('goes on after it was killed between any two steps', async () => {
    const complete = join(root, 'complete');
    await run(list(6), { signer, folder: complete });
    const steps = ['open', 'create', 'rename', 'mkdir'] as const;
    for (let last = 1; last < 24; last += 1) {
      let left = last;
      // From one moment on nothing reaches the disk any more, as of a process that is gone.
      const dying = Object.fromEntries(
        steps.map((step) => [
          step,
          (...words: Parameters<(typeof fileSystem)[typeof step]>) => {
            left -= 1;
            if (left < 0) return Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }));
            return (fileSystem[step] as (...given: unknown[]) => Promise<unknown>)(...words);
          },
        ]),
      );
      const at = join(root, `killed-${last}`);
      await run(list(6), {
        signer,
        folder: at,
        files: { ...fileSystem, ...dying, rm: () => Promise.resolve() },
      }).catch(() => undefined);
      expect(await run(list(6), { signer, folder: at })).toMatchObject({ written: 6, failed: 0 });
      expect(contentOf(at)).toEqual(contentOf(complete));
      expect(readdirSync(at, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual(
        [],
      );
    }
  });

  it('keeps what is whole on a full disk, tells the rest why, and goes on when there is room', async () => {
    let room = 5;
    const full = {
      ...fileSystem,
      create: async (path: string) => {
        room -= 1;
        const isFull = room < 0;
        const file = await fileSystem.create(path);
        if (!isFull) return file;
        const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
        return { ...file, write };
      },
    };
    const result = await run(list(12), { signer, files: full });
    expect(result).toMatchObject({ written: 5, failed: 7, manifest: null, manifestJson: null });
    expect(result.notes.join()).toContain('the disk is full');
    expect(result.rows.filter(({ problem }) => problem?.includes('the disk is full'))).toHaveLength(7);
    expect(Object.keys(contentOf(folder))).toHaveLength(5);
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual(
      [],
    );
    expect(await run(list(12), { signer })).toMatchObject({ written: 12, kept: 5, failed: 0 });
  });

  it('says once that what it remembers cannot be written', async () => {
    const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const open: typeof fileSystem.open = async (...given) =>
      Object.assign(await fileSystem.open(...given), { appendFile: full });
    const result = await run(list(3), { signer, files: { ...fileSystem, open } });
    expect(result).toMatchObject({ written: 0, failed: 3, manifest: null, manifestJson: null });
    expect(result.notes).toEqual([
      expect.stringContaining('.entra-rdp-batch.jsonl could not be written: the disk is full'),
    ]);
  });

  it.runIf(process.platform !== 'win32')('writes through no link that leads outside', async () => {
    const outside = join(root, 'outside');
    mkdirSync(outside);
    mkdirSync(folder);
    mkdirSync(join(folder, 'inside'));
    mkdirSync(join(folder, 'user-3@x.y'));
    writeFileSync(join(outside, 'precious.csv'), 'precious');
    symlinkSync(outside, join(folder, 'user-0@x.y'));
    symlinkSync(join(root, 'nowhere'), join(folder, 'user-1@x.y'));
    symlinkSync(join(folder, 'inside'), join(folder, 'user-2@x.y'));
    symlinkSync(join(outside, 'new.rdp'), join(folder, 'user-3@x.y/vm-3.rdp'));
    symlinkSync(join(outside, 'precious.csv'), join(folder, 'manifest.csv'));
    const { rows } = await run(list(4));
    expect(rows.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('a link that leads out of the folder'),
      expect.stringContaining('a link that leads out of the folder'),
      null,
      expect.stringContaining('is a link or no ordinary file'),
    ]);
    expect(await run(list(4), { isReplacing: true })).toMatchObject({ written: 2 });
    expect(readdirSync(outside)).toEqual(['precious.csv']);
    expect(readFileSync(join(outside, 'precious.csv'), 'utf8')).toBe('precious');
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
    rmSync(join(folder, '.entra-rdp-batch.jsonl'));
    symlinkSync(join(outside, 'precious.csv'), join(folder, '.entra-rdp-batch.jsonl'));
    await expect(run(list(4))).rejects.toMatchObject({ code: 'access-denied' });
    expect(readFileSync(join(outside, 'precious.csv'), 'utf8')).toBe('precious');
  });

  it('takes no turn while another batch writes into the same folder', async () => {
    const [a, b] = await Promise.all([run(list(40), { signer }), run(list(40), { signer })]);
    expect([a.kept, b.kept].toSorted((x, y) => x - y)).toEqual([0, 40]);
  });

  it('refuses a folder that is a file', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(run(list(1), { folder: join(root, 'file') })).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await expect(run(list(1), { folder: join(root, 'file/below') })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

it.each([
  ['a list that is none', 'vm,user\n', {}, /no rows/],
  ['a template that nobody has', 'vm\nvm-1', { template: 'finance' }, /finance/],
])(
  'says what is wrong without waiting for Azure, and asks it no longer: %s',
  async (_, text, options, message) => {
    let asked: AbortSignal | undefined;
    const listing = planned(text, options, (_condition, _onProgress, signal) => {
      asked = signal;
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    });
    await expect(listing).rejects.toThrow(message);
    expect(asked?.aborted).toBe(true);
  },
);

it.each([
  ['the web account', 'vm,user\nvm-1,ada@x.y'],
  ['nobody', 'vm\nvm-1'],
  [
    'a password, another port and settings',
    'vm,user,route,server port,audiomode,my own:s\nvm-1,ada@x.y,password,3390,2,x',
  ],
])('composes each file as one alone would be: for %s', async (_, text) => {
  const [row] = (await planned(text)).rows;
  if (!row?.make) throw new Error(row?.problem ?? 'There is no row.');
  const { recipe, ...plan } = row.make;
  const alone = serializeRdp(composeLayered(plan, recipe.layers));
  for (const { bytes, ...file } of [composedFile(row.make), composedFile(row.make)]) {
    expect(Uint8Array.from(bytes)).toEqual(alone);
    expect(prepareToSign(file).message).toBe(prepareToSign(parseRdp(alone)).message);
  }
});
