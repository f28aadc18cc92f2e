import { fork } from 'node:child_process';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../main/profiles/open-library';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { newLibrary, profile, put } from './support';

const outDir = join(import.meta.dirname, '../../../node_modules/.cache/entra-rdp/two-at-once');
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'counting-child.ts'),
      outDir,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
    },
  });
});

describe('two at once', () => {
  it('as two processes lose nothing of each other’s', async () => {
    const { library, folder } = await newLibrary();
    const children = ['a', 'b'].map(
      (name) =>
        new Promise<number | null>((resolve) => {
          fork(join(outDir, 'child.mjs'), [folder, name, '25']).once('exit', resolve);
        }),
    );
    expect(await Promise.all(children)).toEqual([0, 0]);
    const { entry } = await library.read('profile', 'shared');
    const expected = ['a', 'b'].flatMap((name) =>
      Array.from({ length: 25 }, (_, index) => `${name}${index}`),
    );
    expect(entry.notes.split(' ').filter(Boolean).toSorted()).toEqual(expected.toSorted());
    expect((await library.contents()).problems).toEqual([]);
  });

  it('in one process wait for each other', async () => {
    const { library, folder } = await newLibrary();
    const other = openLibrary(folder);
    const saving = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? library : other).save(profile(`web-${index}`), { basedOn: null }),
    );
    expect((await Promise.all(saving)).every(({ outcome }) => outcome === 'saved')).toBe(true);
    expect((await library.contents()).profiles).toHaveLength(20);
  });

  it('a lock whose process is gone is taken over', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, '.lock/x', '').then(() => fileSystem.rm(join(folder, '.lock/x')));
    await utimes(join(folder, '.lock'), new Date(0), new Date(0));
    expect(await library.save(profile('web-01'), { basedOn: null })).toMatchObject({ outcome: 'saved' });
  });
});

it('a file that another program holds for a moment is saved over, and removed', async () => {
  const { library, folder } = await newLibrary();
  const [saved] = await library.add([profile('web-01')]);
  const basedOn = saved?.outcome === 'saved' ? saved.stored.revision : '';
  let isHeld = true;
  const files = {
    ...fileSystem,
    rename: async (...words: Parameters<typeof fileSystem.rename>) => {
      isHeld = !isHeld;
      if (!isHeld) throw Object.assign(new Error('held'), { code: 'EPERM' });
      await fileSystem.rename(...words);
    },
  };
  const held = openLibrary(folder, { files });
  const after = await held.save(profile('web-01', { name: 'After' }), { basedOn });
  if (after.outcome !== 'saved') throw new Error('Not saved.');
  await held.remove([{ kind: 'profile', id: 'web-01', basedOn: after.stored.revision }]);
  expect((await library.contents()).profiles).toEqual([]);
});

describe('a full disk', () => {
  it.each([
    ['when the file is made', 0],
    ['in the middle of it', 1],
    ['when it is settled', 2],
  ])('%s leaves what was there, and says so', async (_, step) => {
    const { library, folder } = await newLibrary();
    const first = await library.save(profile('web-01', { name: 'Before' }), { basedOn: null });
    const revision = first.outcome === 'saved' ? first.stored.revision : '';
    const full = openLibrary(folder, { files: { ...fileSystem, create: createOnFullDisk(step) } });

    const changed = profile('web-01', { name: 'After' });
    for (const attempt of [
      () => full.save(changed, { basedOn: revision }),
      () => full.keepFile(changed, 'web-account', Buffer.from('x'), { basedOn: revision }),
      () => full.add([profile('web-02'), profile('web-03')]),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'disk-full', help: 'disk-full' });
    }
    expect(await openLibrary(folder).contents()).toMatchObject({
      profiles: [{ entry: { name: 'Before' } }],
      problems: [],
    });
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => /\.(tmp|rdp)$/.test(name))).toEqual([]);
  });
});

/** Fails with ENOSPC at its first, second or third step. */
function createOnFullDisk(step: number): typeof fileSystem.create {
  const full = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  return async (path) => {
    if (step === 0) return full();
    const file = await fileSystem.create(path);
    return step === 1 ? { ...file, write: full } : { ...file, sync: full };
  };
}

describe('a kept file', () => {
  const bytes = (text: string) => Buffer.from(`full address:s:${text}\r\n`);

  it('is there with its profile, and takes the place of the one before', async () => {
    const { library, folder } = await newLibrary();
    const first = await library.keepFile(profile('web-01'), 'web-account', bytes('one'), { basedOn: null });
    if (first.outcome !== 'saved' || first.stored.entry.kind !== 'profile') throw new Error('Not saved.');
    expect(await library.keptFile(first.stored.entry, 'web-account')).toEqual(bytes('one'));

    const { entry, revision } = first.stored;
    const next = await library.keepFile(entry, 'web-account', bytes('two'), { basedOn: revision });
    if (next.outcome !== 'saved' || next.stored.entry.kind !== 'profile') throw new Error('Not saved.');
    expect(next.stored.entry.files).toHaveLength(1);
    expect(await library.keptFile(next.stored.entry, 'web-account')).toEqual(bytes('two'));
    expect(await readdir(join(folder, 'files'))).toHaveLength(1);
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
    await expect(library.keptFile(next.stored.entry, 'password')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of a refused profile is not there either', async () => {
    const { library, folder } = await newLibrary();
    await library.save(profile('web-01'), { basedOn: null });
    const saved = await library.keepFile(profile('web-01', { name: 'X' }), 'password', bytes('one'), {
      basedOn: 'another',
    });
    expect(saved.outcome).toBe('conflict');
    expect(await readdir(join(folder, 'files'))).toEqual([]);
  });

  it('that another profile names, too, stays when it is replaced', async () => {
    const { library } = await newLibrary();
    const first = await library.keepFile(profile('web-01'), 'web-account', bytes('one'), { basedOn: null });
    if (first.outcome !== 'saved' || first.stored.entry.kind !== 'profile') throw new Error('Not saved.');
    const { entry, revision } = first.stored;
    const copy = { ...entry, id: 'web-02' };
    await library.save(copy, { basedOn: null });
    await library.keepFile(entry, 'web-account', bytes('two'), { basedOn: revision });
    expect(await library.keptFile(copy, 'web-account')).toEqual(bytes('one'));
  });

  it('that is missing is told, and its profile is used all the same', async () => {
    const { library, folder } = await newLibrary();
    const files = [{ route: 'web-account', file: 'web-01.web-account.0123456789ab.rdp' }];
    await put(folder, 'profiles/web-01.json', JSON.stringify(profile('web-01', { files })));
    const { profiles, problems } = await library.contents();
    expect(profiles).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'files/web-01.web-account.0123456789ab.rdp', because: expect.stringContaining('synced') },
    ]);
    expect(await readFile(join(folder, 'profiles/web-01.json'), 'utf8')).toContain('0123456789ab');
  });

  it.each(['../../etc/passwd.rdp', 'a/b.rdp', '..rdp', 'x.json'])(
    'cannot lead out of the library: %s',
    async (file) => {
      const { library, folder } = await newLibrary();
      const text = JSON.stringify({ ...profile('web-01'), files: [{ route: 'password', file }] });
      await put(folder, 'profiles/web-01.json', text);
      expect((await library.contents()).problems).toMatchObject([{ kind: 'damaged' }]);
    },
  );
});
