import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../main/profiles/open-library';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { newLibrary, profile, put, template } from './support';

describe('a library', () => {
  it('is empty before anything was saved, and looking at it makes nothing', async () => {
    const { library, folder } = await newLibrary();
    expect(await library.contents()).toEqual({ templates: [], profiles: [], problems: [] });
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is a folder of small files that a person can read, for its owner alone', async () => {
    const { library, folder } = await newLibrary();
    await library.save(profile('web-01', { name: 'Web 1', settings: ['redirectclipboard:i:1'] }), {
      basedOn: null,
    });
    await library.save(template('finance', { appliesTo: { level: 'organisation' } }), { basedOn: null });

    expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
      '.gitattributes',
      'library.json',
      'profiles',
      'profiles/web-01.json',
      'templates',
      'templates/finance.json',
    ]);
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(
      '{\n  "format": "entra-rdp-library",\n  "version": 1\n}\n',
    );
    expect(await readFile(join(folder, 'profiles/web-01.json'), 'utf8')).toMatch(
      /^\{\n {2}"version": 1,\n {2}"kind": "profile",\n {2}"id": "web-01",\n {2}"name": "Web 1",\n[^]*\n\}\n$/,
    );
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'profiles/web-01.json'))).mode & 0o777).toBe(0o600);
  });

  it('that a group shares stays readable for the group', async () => {
    const { library, folder } = await newLibrary();
    await mkdir(folder);
    await chmod(folder, 0o770);
    await library.save(profile('web-01'), { basedOn: null });
    expect((await stat(join(folder, 'profiles/web-01.json'))).mode & 0o777).toBe(0o660);
    expect((await stat(join(folder, 'profiles'))).mode & 0o070).not.toBe(0);
  });

  it('gives back what was saved, in the order of ids', async () => {
    const { library, folder } = await newLibrary();
    for (const id of ['web-02', 'db-01', 'web-01']) await library.save(profile(id), { basedOn: null });
    const expected = ['db-01', 'web-01', 'web-02'];
    for (const opened of [library, openLibrary(folder)]) {
      const { profiles, problems } = await opened.contents();
      expect(profiles.map(({ entry }) => entry.id)).toEqual(expected);
      expect(problems).toEqual([]);
    }
    const { profiles } = await library.contents();
    expect(await library.read('profile', 'db-01')).toEqual(profiles[0]);
  });

  it('changes only what it was told to: keys nobody knows stay, and their order does not matter', async () => {
    const { library, folder } = await newLibrary();
    const written =
      '{"colour":"blue","name":"Web 1","id":"web-01","kind":"profile","version":1,"x":{"y":[1]}}';
    await put(folder, 'profiles/web-01.json', written);
    const { entry, revision } = await library.read('profile', 'web-01');
    expect(await readFile(join(folder, 'profiles/web-01.json'), 'utf8')).toBe(written);
    await library.save({ ...entry, name: 'Web One' }, { basedOn: revision });
    const saved = JSON.parse(await readFile(join(folder, 'profiles/web-01.json'), 'utf8')) as unknown;
    expect(saved).toMatchObject({ name: 'Web One', colour: 'blue', x: { y: [1] } });
  });

  it('writes nothing where nothing changed', async () => {
    const { library, folder } = await newLibrary();
    const saved = await library.save(profile('web-01'), { basedOn: null });
    const before = await stat(join(folder, 'profiles/web-01.json'));
    expect(await library.save(profile('web-01'), { basedOn: null })).toEqual(saved);
    expect((await stat(join(folder, 'profiles/web-01.json'))).ino).toBe(before.ino);
  });

  it.each([
    ['an id with a way out', { id: '../evil' }, 'id'],
    ['a device of Windows', { id: 'con' }, 'device'],
    ['no name', { name: ' ' }, 'name'],
    ['what is no setting', { settings: ['nonsense'] }, 'settings'],
    ['a setting of two lines', { settings: ['a:s:b\nfull address:s:evil'] }, 'settings'],
  ])('refuses %s by name, and makes nothing', async (_, wrong, told) => {
    const { library, folder } = await newLibrary();
    const saving = library.save({ ...profile('web-01'), ...wrong }, { basedOn: null });
    await expect(saving).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining(told),
    });
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('somebody else’s change', () => {
  it('is never written over unseen', async () => {
    const { library, folder } = await newLibrary();
    const first = await library.save(profile('web-01'), { basedOn: null });
    const revision = first.outcome === 'saved' ? first.stored.revision : '';
    const theirs = await openLibrary(folder).save(profile('web-01', { name: 'Theirs' }), {
      basedOn: revision,
    });
    const mine = profile('web-01', { name: 'Mine' });

    expect(await library.save(mine, { basedOn: revision })).toEqual({
      outcome: 'conflict',
      theirs: theirs.outcome === 'saved' && theirs.stored,
    });
    expect(await library.save(mine, { basedOn: null })).toMatchObject({ outcome: 'conflict' });
    expect((await library.read('profile', 'web-01')).entry.name).toBe('Theirs');

    const insisted = await library.save(mine, { basedOn: revision, isInsisting: true });
    expect(insisted).toMatchObject({ outcome: 'saved', stored: { entry: { name: 'Mine' } } });
    const [aside = ''] = await readdir(join(folder, 'set-aside'));
    expect(aside).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-profiles-web-01-[\da-f]{8}\.json$/);
    expect(await readFile(join(folder, 'set-aside', aside), 'utf8')).toContain('"Theirs"');
  });

  it('may be that it was removed', async () => {
    const { library } = await newLibrary();
    const saved = await library.save(profile('web-01'), { basedOn: null });
    const revision = saved.outcome === 'saved' ? saved.stored.revision : '';
    await library.remove([{ kind: 'profile', id: 'web-01', basedOn: revision }]);
    expect(await library.save(profile('web-01'), { basedOn: revision })).toEqual({
      outcome: 'conflict',
      theirs: null,
    });
  });
});

describe('removing', () => {
  it('sets the entry aside, gives it back, and is refused for one that was changed', async () => {
    const { library, folder } = await newLibrary();
    const saved = await library.save(profile('web-01'), { basedOn: null });
    const stored = saved.outcome === 'saved' && saved.stored;
    await expect(
      library.remove([{ kind: 'profile', id: 'web-01', basedOn: 'another' }]),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(
      await library.remove([{ kind: 'profile', id: 'web-01', basedOn: stored ? stored.revision : '' }]),
    ).toEqual([stored]);
    expect(await readdir(join(folder, 'profiles'))).toEqual([]);
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
    await expect(library.remove([{ kind: 'profile', id: 'web-01', basedOn: 'x' }])).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(library.read('profile', 'web-01')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the entries that could not be used without a template, and takes it where somebody insists', async () => {
    const { library } = await newLibrary();
    const [base] = await library.add([
      template('base', { name: 'For all' }),
      template('kiosk', { inherits: 'base' }),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => profile(id, { template: 'base' })),
      profile('other', { template: 'kiosk' }),
    ]);
    const basedOn = base?.outcome === 'saved' ? base.stored.revision : '';
    await expect(library.remove([{ kind: 'template', id: 'base', basedOn }])).rejects.toMatchObject({
      code: 'still-named',
      message:
        '“For all” was not removed, as it is still named by templates/kiosk, profiles/a, profiles/b, profiles/c, profiles/d and 2 more, which could not be used without it. Let them name another template, or none, first.',
    });
    expect((await library.read('template', 'base')).revision).toBe(basedOn);
    const [removed] = await library.remove([{ kind: 'template', id: 'base', basedOn }], {
      isInsisting: true,
    });
    expect(removed?.revision).toBe(basedOn);
  });

  it('of a profile that is called like a template asks nobody', async () => {
    const { library } = await newLibrary();
    const [saved] = await library.add([
      profile('base'),
      template('base'),
      profile('web', { template: 'base' }),
    ]);
    const basedOn = saved?.outcome === 'saved' ? saved.stored.revision : '';
    const [removed] = await library.remove([{ kind: 'profile', id: 'base', basedOn }]);
    expect(removed?.entry.kind).toBe('profile');
  });

  const filled = async () => {
    const made = await newLibrary();
    const added = await made.library.add([
      template('left', { inherits: 'right' }),
      template('right', { inherits: 'left' }),
      profile('web-01', { template: 'left' }),
      profile('web-02'),
    ]);
    const removals = added.flatMap((one) =>
      one.outcome === 'saved'
        ? [{ kind: one.stored.entry.kind, id: one.stored.entry.id, basedOn: one.stored.revision }]
        : [],
    );
    return { ...made, added, removals };
  };

  it('takes templates that name each other along with whoever else names them', async () => {
    const { library, folder, removals } = await filled();
    const removed = await library.remove(removals);
    expect(removed.map(({ entry }) => entry.id)).toEqual(['left', 'right', 'web-01', 'web-02']);
    expect(await library.contents()).toEqual({ templates: [], profiles: [], problems: [] });
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(4);
  });

  it('removes none where one may not go', async () => {
    const { library, removals } = await filled();
    const before = await library.contents();
    const [left, right, web, other] = removals;
    if (!left || !right || !web || !other) throw new Error('Not all were saved.');
    await expect(library.remove([other, left, right])).rejects.toMatchObject({
      code: 'still-named',
      message:
        'Nothing was removed. “left” was not removed, as it is still named by profiles/web-01, which could not be used without it. Let them name another template, or none, first.',
    });
    await expect(library.remove([other, { ...web, basedOn: 'another' }])).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(library.remove([other, { ...web, id: 'gone' }])).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await library.contents()).toEqual(before);
  });

  it('has all back where the disk is full in the middle', async () => {
    const { library, folder, removals } = await filled();
    const before = await library.contents();
    let moved = 0;
    const rename: typeof fileSystem.rename = (from, to) => {
      moved += 1;
      if (moved === 3) return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
      return fileSystem.rename(from, to);
    };
    const failing = openLibrary(folder, { files: { ...fileSystem, rename } });
    await expect(failing.remove(removals)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await library.contents()).toEqual(before);
    expect(await readdir(join(folder, 'set-aside'))).toEqual([]);
  });
});

describe('adding many at once', () => {
  it('saves each, and tells of every id that is taken', async () => {
    const { library } = await newLibrary();
    await library.save(profile('web-007', { name: 'Mine' }), { basedOn: null });
    const ids = Array.from({ length: 100 }, (_, index) => `web-${String(index).padStart(3, '0')}`);
    const progress: number[] = [];
    const twin = profile('web-005', { name: 'Twin' });
    const added = await library.add([...ids.map((id) => profile(id)), twin], {
      onProgress: (done) => progress.push(done),
    });
    const taken = added.flatMap((saved, index) => (saved.outcome === 'conflict' ? [index] : []));
    expect(taken).toEqual([7, 100]);
    expect(progress.at(-1)).toBe(101);
    const { profiles } = await library.contents();
    expect(profiles.map(({ entry }) => entry.name)).toEqual(
      ids.map((id) => (id === 'web-007' ? 'Mine' : id)),
    );
  });

  it('saves nothing where one is not right, and stops when told to', async () => {
    const { library } = await newLibrary();
    const wrong = { ...profile('web-02'), name: '' };
    await expect(library.add([profile('web-01'), wrong])).rejects.toMatchObject({ code: 'invalid-request' });
    const { profiles } = await library.contents();
    expect(profiles).toEqual([]);
    const adding = library.add([profile('web-01')], { signal: AbortSignal.abort() });
    await expect(adding).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('what was read before', () => {
  const manyFiles = async (folder: string) => {
    const hourAgo = new Date(Date.now() - 3_600_000);
    for (let index = 0; index < 250; index += 1) {
      const file = `profiles/web-${index}.json`;
      await put(folder, file, JSON.stringify(profile(`web-${index}`)));
      await utimes(join(folder, file), hourAgo, hourAgo);
    }
    // The change of a file's times is itself a change of the last moments.
    await new Promise((resolve) => setTimeout(resolve, 2600));
  };

  it('is kept for the next process, and counts only for files that are still the same', async () => {
    const { folder } = await newLibrary();
    await manyFiles(folder);
    const memoryFile = { path: `${folder}-memory.jsonl`, program: '1.0.0' };
    const contents = await openLibrary(folder, { memoryFile }).contents();
    await expect
      .poll(() =>
        stat(memoryFile.path).then(
          ({ size }) => size > 0,
          () => false,
        ),
      )
      .toBe(true);

    // What is in the memory is believed, which shows that the file was not read.
    const text = await readFile(memoryFile.path, 'utf8');
    await writeFile(memoryFile.path, text.replaceAll('"name":"web-7"', '"name":"Remembered"'));
    const next = await openLibrary(folder, { memoryFile }).contents();
    expect(next.profiles.find(({ entry }) => entry.id === 'web-7')?.entry.name).toBe('Remembered');

    await put(folder, 'profiles/web-7.json', JSON.stringify(profile('web-7', { name: 'web-X' })));
    const changed = await openLibrary(folder, { memoryFile }).contents();
    expect(changed.profiles.find(({ entry }) => entry.id === 'web-7')?.entry.name).toBe('web-X');
    const others = { memoryFile: { ...memoryFile, program: '2.0.0' } };
    await put(folder, 'profiles/web-7.json', JSON.stringify(profile('web-7')));
    expect(await openLibrary(folder, others).contents()).toEqual(contents);
    await writeFile(memoryFile.path, text.slice(0, 5000));
    expect(await openLibrary(folder, { memoryFile }).contents()).toEqual(contents);
  });
});
