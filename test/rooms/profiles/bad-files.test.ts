import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../main/profiles/open-library';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { newLibrary, profile, put, template } from './support';

const entry = (id: string, more: Record<string, unknown> = {}) => JSON.stringify(profile(id, more));

describe('a file that cannot be used', () => {
  it.each([
    ['is not JSON', '{"id": "web-01",', 'damaged', 'not JSON'],
    ['is empty', '', 'damaged', 'is empty'],
    ['is a run of zeros, as after a power cut', '\0'.repeat(400), 'damaged', 'not JSON'],
    ['is half written', entry('web-01').slice(0, 60), 'damaged', 'half there'],
    [
      'has the marks of git in it',
      `<<<<<<< HEAD\n${entry('web-01')}\n=======\n${entry('web-01', { name: 'X' })}\n>>>>>>> theirs\n`,
      'damaged',
      '<<<<<<<',
    ],
    ['is a list', '[]', 'damaged', 'no template and no profile'],
    ['is null', 'null', 'damaged', 'no template and no profile'],
    [
      'breaks the schema',
      entry('web-01').replace('"settings":[]', '"settings":["x"]'),
      'damaged',
      'settings',
    ],
    ['has a port that is none', entry('web-01').replace('"port":null', '"port":70000'), 'damaged', 'port'],
    [
      'is of a newer version',
      '{"version": 2, "anything": true}',
      'newer-version',
      'newer Entra RDP (version 2)',
    ],
    ['has a version that is none', '{"version": "one"}', 'damaged', '"one"'],
    ['is nested deeply', '['.repeat(200_000), 'damaged', 'not JSON'],
    ['is UTF-16', Buffer.from(`\ufeff${entry('web-01')}`, 'utf16le'), 'damaged', 'UTF-8'],
    ['is larger than any entry', ' '.repeat(1024 * 1024 + 1), 'unreadable', '1,048,577 bytes'],
  ])('because it %s is told, left as it is, and never written over', async (_, content, kind, told) => {
    const { library, folder } = await newLibrary();
    await put(folder, 'profiles/web-01.json', content);
    await put(folder, 'profiles/web-02.json', entry('web-02'));

    const { profiles, problems } = await library.contents();
    expect(profiles.map(({ entry: { id } }) => id)).toEqual(['web-02']);
    expect(problems).toEqual([
      {
        file: 'profiles/web-01.json',
        kind,
        because: expect.stringMatching(/^profiles\/web-01\.json .*\. It was left as it is\.$/s),
        entry: null,
      },
    ]);
    expect(problems[0]?.because).toContain(told);
    for (const attempt of [
      () => library.read('profile', 'web-01'),
      () => library.save(profile('web-01'), { basedOn: null }),
      () => library.save(profile('web-01'), { basedOn: null, isInsisting: true }),
      () => library.remove([{ kind: 'profile', id: 'web-01', basedOn: 'x' }]),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining(join(folder, 'profiles/web-01.json')),
      });
    }
    expect(await readFile(join(folder, 'profiles/web-01.json'))).toEqual(Buffer.from(content));
  });

  it('is not looked for in a folder that may not be read: that is no empty library', async () => {
    const { library, folder } = await newLibrary();
    await library.add([template('finance')]);
    const readdirRefused = () => Promise.reject(Object.assign(new Error('refused'), { code: 'EACCES' }));
    const closed = openLibrary(folder, { files: { ...fileSystem, readdir: readdirRefused } });
    await expect(closed.contents()).rejects.toMatchObject({
      code: 'access-denied',
      message: expect.stringContaining('may not be read by this account'),
    });
  });

  it.skipIf(process.getuid?.() === 0)('because of its permissions is told', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, 'profiles/web-01.json', entry('web-01'));
    await chmod(join(folder, 'profiles/web-01.json'), 0o000);
    const { problems } = await library.contents();
    expect(problems).toMatchObject([{ kind: 'unreadable', because: expect.stringContaining('permissions') }]);
  });

  it('can be set aside', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, 'profiles/web-01.json', '{');
    const [problem] = (await library.contents()).problems;
    if (!problem) throw new Error('Nothing was told.');
    await expect(library.settle(problem, 'copy')).rejects.toMatchObject({ code: 'invalid-request' });
    await library.settle(problem, 'entry');
    expect(await library.contents()).toEqual({ templates: [], profiles: [], problems: [] });
    const [aside = ''] = await readdir(join(folder, 'set-aside'));
    expect(await readFile(join(folder, 'set-aside', aside), 'utf8')).toBe('{');
    await expect(library.settle(problem, 'entry')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what other programs leave', () => {
  it.each([
    'profiles/web-01-PC7.json',
    'profiles/web-01 (1).json',
    'profiles/web-01 (conflicted copy 2026-11-26).json',
    'profiles/web-01.sync-conflict-20261126-101500-ABCDEF.json',
    'profiles/WEB-01.json',
    'templates/web-01.json',
    'web-01.json',
  ])('%s is in conflict with its entry, and is settled either way', async (file) => {
    for (const keep of ['entry', 'copy'] as const) {
      const { library, folder } = await newLibrary();
      await put(folder, 'profiles/web-01.json', entry('web-01', { name: 'Entry' }));
      await put(folder, file, entry('web-01', { name: 'Copy' }));
      const { profiles, problems } = await library.contents();
      expect(profiles.map(({ entry: { name } }) => name)).toEqual(['Entry']);
      expect(problems).toMatchObject([{ file, kind: 'conflict', entry: { kind: 'profile', id: 'web-01' } }]);
      expect(problems[0]?.because).toContain(
        `${file} is another version of “Entry” (profiles/web-01.json), as`,
      );

      expect(await library.conflict(file)).toMatchObject({
        entry: { name: 'Entry' },
        copy: { name: 'Copy' },
      });
      const [problem] = problems;
      if (problem) await library.settle(problem, keep);
      for (const name of [file, 'profiles/web-01.json', '../outside.json']) {
        await expect(library.conflict(name)).rejects.toMatchObject({ code: 'not-found' });
      }
      const settled = await library.contents();
      expect(settled.problems).toEqual([]);
      expect(settled.profiles.map(({ entry: { name } }) => name)).toEqual([
        keep === 'entry' ? 'Entry' : 'Copy',
      ]);
      const [aside = ''] = await readdir(join(folder, 'set-aside'));
      expect(await readFile(join(folder, 'set-aside', aside), 'utf8')).toContain(
        keep === 'entry' ? '"Copy"' : '"Entry"',
      );
    }
  });

  it.each([
    ['profiles/other-name.json', 'Rename it to profiles/web-01.json'],
    ['templates/web-01.json', 'Move it to profiles/web-01.json'],
    ['web-01.json', 'Move it to profiles/web-01.json'],
  ])('%s without an entry is misplaced, and can take its place', async (file, told) => {
    const { library, folder } = await newLibrary();
    await put(folder, file, entry('web-01'));
    const { problems } = await library.contents();
    expect(problems).toMatchObject([{ file, kind: 'misplaced', because: expect.stringContaining(told) }]);
    const [problem] = problems;
    if (problem) await library.settle(problem, 'copy');
    expect(await library.contents()).toMatchObject({ profiles: [{ entry: { id: 'web-01' } }], problems: [] });
  });

  it('is none of our business where it is not an entry', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, 'README.md', '# Ours');
    await put(folder, 'package.json', '{"name":"ours","version":"1.0.0"}');
    await put(folder, '.git/config', '[core]');
    await put(folder, 'profiles/.DS_Store', 'x');
    await put(folder, 'profiles/desktop.ini', 'x');
    expect(await library.contents()).toEqual({ templates: [], profiles: [], problems: [] });
  });

  it('may be a folder among the entries, which hides what is in it', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, 'profiles/finance/web-01.json', entry('web-01'));
    expect((await library.contents()).problems).toMatchObject([
      { file: 'profiles/finance', kind: 'unreadable', because: expect.stringContaining('is a folder') },
    ]);
  });
});

describe('links', () => {
  it('in the place of entries are never followed', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, '../outside.json', entry('web-01', { name: 'Outside' }));
    await mkdir(join(folder, 'profiles'), { recursive: true });
    await symlink('../../outside.json', join(folder, 'profiles/web-01.json'));
    const { profiles, problems } = await library.contents();
    expect(profiles).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'unreadable', because: expect.stringContaining('is a link') }]);
    const saving = library.save(profile('web-01'), { basedOn: null, isInsisting: true });
    await expect(saving).rejects.toMatchObject({ code: 'unreadable' });
    expect(await readlink(join(folder, 'profiles/web-01.json'))).toBe('../../outside.json');
    expect(await readFile(join(folder, '../outside.json'), 'utf8')).toContain('Outside');
  });

  it('out of the library in the place of its folders are neither read nor written through', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, '../elsewhere/web-01.json', entry('web-01'));
    await mkdir(folder, { recursive: true });
    await symlink('../elsewhere', join(folder, 'profiles'));
    const { profiles, problems } = await library.contents();
    expect(profiles).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'profiles', because: expect.stringContaining('out of the library') },
    ]);
    const saving = library.save(profile('web-02'), { basedOn: null });
    await expect(saving).rejects.toMatchObject({ code: 'access-denied' });
    expect(await readdir(join(folder, '../elsewhere'))).toEqual(['web-01.json']);
  });
});

describe('the folder', () => {
  it('that is a file, or was chosen and is gone, is named', async () => {
    const { folder } = await newLibrary();
    await put(folder, '../file', '');
    await expect(openLibrary(join(folder, '../file')).contents()).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('is no folder'),
    });
    const chosen = openLibrary(folder, { mustExist: true });
    for (const attempt of [
      () => chosen.contents(),
      () => chosen.save(profile('web-01'), { basedOn: null }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining('is not there'),
      });
    }
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('of a newer Entra RDP is left alone', async () => {
    const { library, folder } = await newLibrary();
    await put(folder, 'library.json', '{"format":"entra-rdp-library","version":2}');
    for (const attempt of [
      () => library.contents(),
      () => library.save(profile('web-01'), { basedOn: null }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringContaining('newer Entra RDP (version 2)'),
      });
    }
    expect(await readdir(folder)).toEqual(['library.json']);
  });

  it('whose mark is damaged can be used, and says so', async () => {
    const { library, folder } = await newLibrary();
    await library.save(template('finance'), { basedOn: null });
    await writeFile(join(folder, 'library.json'), '{"form');
    expect(await library.contents()).toMatchObject({
      templates: [{ entry: { id: 'finance' } }],
      problems: [{ file: 'library.json', kind: 'damaged' }],
    });
    await library.save(template('other'), { basedOn: null });
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe('{"form');
  });
});

describe('a file written by hand', () => {
  it('needs no more than it has to say', async () => {
    const { library, folder } = await newLibrary();
    await put(
      folder,
      'templates/finance.json',
      '\ufeff{ "settings": { "redirectclipboard": 1, "audiomode": true } }',
    );
    await put(folder, 'profiles/web-01.json', '{"address": "web-01", "template": "finance"}');
    expect(await library.contents()).toMatchObject({
      templates: [
        {
          entry: {
            version: 1,
            id: 'finance',
            name: 'finance',
            appliesTo: { level: 'named' },
            settings: ['redirectclipboard:i:1', 'audiomode:i:1'],
          },
        },
      ],
      profiles: [{ entry: { version: 1, id: 'web-01', address: 'web-01', template: 'finance' } }],
      problems: [],
    });
  });
});
