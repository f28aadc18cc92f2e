import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { exportLibrary } from '../../../main/profiles/archive/export-library';
import { importArchive } from '../../../main/profiles/archive/import-archive';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { newLibrary, profile, put, template } from './support';

const { signal } = new AbortController();

async function filled() {
  const { library, folder } = await newLibrary();
  await library.save(template('finance', { settings: ['redirectclipboard:i:1'] }), { basedOn: null });
  await library.save(profile('db-01', { template: 'finance' }), { basedOn: null });
  const web = profile('web-01', { template: 'finance', mark: 'ours' });
  await library.keepFile(web, 'web-account', Buffer.from('full address:s:web-01\r\n'), { basedOn: null });
  return { library, folder, zip: join(folder, '../library.zip') };
}

describe('a library that is exported', () => {
  it('comes into an empty one whole, with its finished files', async () => {
    const { library, zip } = await filled();
    const exported = await exportLibrary(library, zip);
    expect(exported).toEqual({ file: zip, templates: 1, profiles: 2, leftOut: [] });

    const other = (await newLibrary()).library;
    const report = await importArchive({ library: other, path: zip, signal });
    expect(report.leftOut).toEqual([]);
    expect(report.profiles.map(({ id, change }) => [id, change])).toEqual([
      ['db-01', 'new'],
      ['web-01', 'new'],
    ]);
    const [before, after] = [await library.contents(), await other.contents()];
    expect(after).toEqual(before);
    const [, web] = after.profiles;
    if (!web) throw new Error('web-01 is missing.');
    expect(String(await other.keptFile(web.entry, 'web-account'))).toBe('full address:s:web-01\r\n');

    const again = await importArchive({ library: other, path: zip, signal });
    expect(again.profiles.map(({ change }) => change)).toEqual(['same', 'same']);
    expect(await other.contents()).toEqual(after);
  });

  it('changes nothing of another one: what has a taken id gets a free one', async () => {
    const { library, zip } = await filled();
    await exportLibrary(library, zip);
    const { library: other } = await newLibrary();
    await other.save(template('finance', { name: 'Ours' }), { basedOn: null });
    const plan = await importArchive({ library: other, path: zip, isPlan: true, signal });
    expect(plan.templates.map(({ id }) => id)).toEqual(['finance-2']);
    expect((await other.contents()).templates).toHaveLength(1);
    await importArchive({ library: other, path: zip, signal });
    const { templates, profiles } = await other.contents();
    expect(templates.map(({ entry }) => [entry.id, entry.name])).toEqual([
      ['finance', 'Ours'],
      ['finance-2', 'finance'],
    ]);
    expect(profiles.map(({ entry }) => entry.template)).toEqual(['finance-2', 'finance-2']);
  });

  it('tells what it leaves out, and leaves a zip that was there when the disk is full', async () => {
    const { library, folder, zip } = await filled();
    await put(folder, 'profiles/bad.json', '{');
    await writeFile(zip, 'before');
    const create: typeof fileSystem.create = () =>
      Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    await expect(exportLibrary(library, zip, { ...fileSystem, create })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(await readFile(zip, 'utf8')).toBe('before');
    expect((await exportLibrary(library, zip)).leftOut).toEqual([
      expect.stringContaining('profiles/bad.json'),
    ]);
    await mkdir(join(folder, '../folder'));
    await expect(exportLibrary(library, join(folder, '../folder'))).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

type Item = readonly [name: string, content: string | Buffer];

async function zipWith(items: readonly Item[], change: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const { library, folder } = await newLibrary();
  const zip = new ZipFile();
  const parts: Uint8Array[] = [];
  zip.outputStream.on('data', (part: Uint8Array) => parts.push(part));
  const ended = once(zip.outputStream, 'end');
  for (const [name, content] of items) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await ended;
  await mkdir(join(folder, '..'), { recursive: true });
  const path = join(folder, '../given.zip');
  await writeFile(path, change(Buffer.concat(parts)));
  return { library, folder, path };
}

/** Names no zip program would write, of the same length as the ones it did. */
const renamed = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

const web = JSON.stringify(profile('web-01'));

describe('a zip that was not exported here', () => {
  it.each([
    ['leads out of the folder', '../../../evil.json'],
    ['begins at the root', '/etc/profiles/evil'],
    ['names a drive of Windows', 'C:/profiles/evil.j'],
    ['has the separators of Windows', '..\\..\\..\\evil.json'],
  ])('and %s is refused whole, by name', async (_, name) => {
    const stand = 'x'.repeat(name.length);
    const { library, folder, path } = await zipWith(
      [
        ['profiles/web-01.json', web],
        [stand, web],
      ],
      renamed(stand, name),
    );
    await expect(importArchive({ library, path, signal })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(`outside of its folder, “${name}”`),
    });
    expect(await readdir(join(folder, '..'))).toEqual(['given.zip']);
  });

  it('keeps to itself what is no file of a library, or too large', async () => {
    const { library, path } = await zipWith([
      ['profiles/web-01.json', web],
      ['profiles/deep/web-02.json', web],
      ['profiles/other.json', web],
      ['profiles/bad.json', '{'],
      ['notes.txt', 'x'],
      ['files/big.rdp', Buffer.alloc(1024 * 1024 + 1)],
      ['profiles/new.json', '{"version":7}'],
    ]);
    const { profiles, leftOut } = await importArchive({ library, path, signal });
    expect(profiles.map(({ id }) => id)).toEqual(['web-01']);
    expect(leftOut.map(({ what }) => what).toSorted()).toEqual([
      'files/big.rdp',
      'notes.txt',
      'profiles/bad.json',
      'profiles/deep/web-02.json',
      'profiles/new.json',
      'profiles/other.json',
    ]);
  });

  it('and holds a name twice gives the first, and tells of the other', async () => {
    const other = JSON.stringify(profile('web-01', { name: 'Other' }));
    const { library, path } = await zipWith([
      ['library.json', '{"format":"entra-rdp-library","version":1}'],
      ['profiles/web-01.json', web],
      ['profiles/web-01.json', other],
      ['files/a.rdp', 'a'],
      ['files/a.rdp', 'b'],
    ]);
    const { profiles, leftOut } = await importArchive({ library, path, signal });
    expect(profiles.map(({ name }) => name)).toEqual(['web-01']);
    const because = 'It is in the zip twice; the first one was taken.';
    expect(leftOut).toEqual([
      { place: path, what: 'profiles/web-01.json', because },
      { place: path, what: 'files/a.rdp', because },
    ]);
  });

  it('that says less than it holds is refused', async () => {
    const bomb = Buffer.alloc(900_000);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bomb.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    const { library, path } = await zipWith([['files/a.rdp', bomb]], (bytes) =>
      Buffer.from(
        bytes.toString('latin1').replaceAll(size.toString('latin1'), lie.toString('latin1')),
        'latin1',
      ),
    );
    await expect(importArchive({ library, path, signal })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('another size than it says'),
    });
  });

  it('that would fill the memory is refused before it does', async () => {
    const items = Array.from(
      { length: 300 },
      (_, index): Item => [`files/f${index}.rdp`, Buffer.alloc(1_000_000)],
    );
    const { library, path } = await zipWith(items);
    await expect(importArchive({ library, path, signal })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('unpacked'),
    });
  });

  it.each([
    ['nothing', 'is no zip', ''],
    ['a text', 'is no zip', 'hello '.repeat(100)],
    ['half a zip', 'is no zip', null],
  ])('but %s is named', async (_, told, text) => {
    const { library, folder, path } = await zipWith([['profiles/web-01.json', web]], (bytes) =>
      text === null ? bytes.subarray(0, bytes.length / 2) : Buffer.from(text),
    );
    await expect(importArchive({ library, path, signal })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(told),
    });
    await expect(importArchive({ library, path: join(folder, 'gone.zip'), signal })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of a newer Entra RDP is refused, and one that is given up changes nothing', async () => {
    const { library, path } = await zipWith([
      ['library.json', '{"format":"entra-rdp-library","version":2}'],
      ['profiles/web-01.json', web],
    ]);
    await expect(importArchive({ library, path, signal })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('newer Entra RDP (version 2)'),
    });
    const given = importArchive({ library, path, signal: AbortSignal.abort() });
    await expect(given).rejects.toMatchObject({ code: 'cancelled' });
    expect((await library.contents()).profiles).toEqual([]);
  });
});
