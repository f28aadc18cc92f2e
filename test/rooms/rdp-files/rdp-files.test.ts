import { chmod, lstat, mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type FileSystem, fileSystem } from '../../../main/rdp-files/file-system';
import { openRdpFolder } from '../../../main/rdp-files/rdp-folder';
import { saveProfile } from '../../../main/rdp-files/save-profile';
import { temporaryFolder } from '../../support/temporary-folder';

let base: string;
beforeEach(() => {
  base = temporaryFolder();
});

const bytes = new TextEncoder().encode('full address:s:web-01\r\n');
const permissions = async (path: string) => ((await lstat(path)).mode & 0o777).toString(8);

/** A disk that takes half of what is written and then refuses with `code`. */
const failing = (code: string): FileSystem => ({
  ...fileSystem,
  create: async (path) => {
    const file = await fileSystem.create(path);
    return {
      ...file,
      write: async (whole) => {
        await file.write(whole.subarray(0, 3));
        throw Object.assign(new Error(code), { code });
      },
    };
  },
});

it('writes a file only its owner can read, under its own name', async () => {
  const root = join(base, 'a', 'b');
  const file = await (await openRdpFolder(root)).write(bytes, 'ready-01.rdp');
  expect(file.path).toMatch(/connection-\w{6}[/\\]ready-01\.rdp$/);
  expect(new Uint8Array(await readFile(file.path))).toEqual(bytes);
  expect([await permissions(root), await permissions(file.path)]).toEqual(['700', '600']);
  await file.remove();
  expect(await readdir(root)).toEqual([]);
});

it('keeps two files of one name apart', async () => {
  const folder = await openRdpFolder(base);
  const [first, second] = [await folder.write(bytes, 'a.rdp'), await folder.write(bytes, 'a.rdp')];
  expect(first.path).not.toBe(second.path);
});

it('does not follow a name out of its folder', async () => {
  const file = await (await openRdpFolder(base)).write(bytes, '../../escaped.rdp');
  expect(file.path.startsWith(join(base, 'connection-'))).toBe(true);
});

it('closes a folder others could enter', async () => {
  await chmod(base, 0o755);
  await openRdpFolder(base);
  expect(await permissions(base)).toBe('700');
});

it('refuses a link in place of its folder', async () => {
  await mkdir(join(base, 'elsewhere'));
  await symlink(join(base, 'elsewhere'), join(base, 'root'));
  await expect(openRdpFolder(join(base, 'root'))).rejects.toMatchObject({ code: 'access-denied' });
});

it('sweeps what earlier runs left a day ago, and nothing else', async () => {
  const folder = await openRdpFolder(base);
  const [old, recent] = [await folder.write(bytes, 'old.rdp'), await folder.write(bytes, 'recent.rdp')];
  await mkdir(join(base, 'connection-of-somebody'));
  await writeFile(join(base, 'notes.txt'), 'mine');
  const twoDaysAgo = new Date(Date.now() - 48 * 60 * 60 * 1000);
  for (const name of [join(old.path, '..'), join(base, 'connection-of-somebody'), join(base, 'notes.txt')]) {
    await utimes(name, twoDaysAgo, twoDaysAgo);
  }
  await openRdpFolder(base);
  expect(new Set(await readdir(base))).toEqual(
    new Set(['connection-of-somebody', 'notes.txt', recent.path.split('/').at(-2)]),
  );
});

it.each(['ENOSPC', 'EDQUOT'])('leaves nothing half written on a full disk (%s)', async (code) => {
  const folder = await openRdpFolder(base, { files: failing(code) });
  await expect(folder.write(bytes, 'ready-01.rdp')).rejects.toMatchObject({
    code: 'disk-full',
    help: 'disk-full',
    message: expect.stringContaining('ready-01.rdp'),
  });
  expect(await readdir(base)).toEqual([]);
});

it('keeps the file that was there when saving fails', async () => {
  const path = join(base, 'mine.rdp');
  await writeFile(path, 'as it was');
  await expect(saveProfile(path, bytes, failing('ENOSPC'))).rejects.toMatchObject({ code: 'disk-full' });
  expect(await readFile(path, 'utf8')).toBe('as it was');
  expect(await readdir(base)).toEqual(['mine.rdp']);
});

it('saves over a file, and says where', async () => {
  const path = join(base, 'mine.rdp');
  await writeFile(path, 'as it was');
  expect(await saveProfile(path, bytes)).toBe(path);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
});

it.each([
  ['a folder', '', 'invalid-request'],
  ['a place in a missing folder', 'missing/a.rdp', 'not-found'],
])('refuses %s', async (_, name, code) => {
  await expect(saveProfile(join(base, name), bytes)).rejects.toMatchObject({ code });
});

/** A disk where another program holds what is there for so many tries. */
const heldFor = (tries: number, code: string) => {
  const held = {
    tried: 0,
    files: {
      ...fileSystem,
      rename: async (from: string, to: string) => {
        held.tried += 1;
        if (held.tried <= tries) throw Object.assign(new Error(code), { code, syscall: 'rename' });
        await fileSystem.rename(from, to);
      },
    } as FileSystem,
  };
  return held;
};

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'waits for a program that holds the file for a moment (%s)',
  async (code) => {
    const path = join(base, 'mine.rdp');
    await writeFile(path, 'as it was');
    await saveProfile(path, bytes, heldFor(3, code).files);
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(await readdir(base)).toEqual(['mine.rdp']);
  },
);

it.each([
  ['EPERM', 'another program holds it open, or this account may not write there'],
  ['EBUSY', 'another program holds it open'],
])('gives up on one that holds it for good, and leaves the file as it was (%s)', async (code, told) => {
  const path = join(base, 'mine.rdp');
  await writeFile(path, 'as it was');
  const { files } = heldFor(Number.POSITIVE_INFINITY, code);
  await expect(saveProfile(path, bytes, files)).rejects.toMatchObject({
    code: 'access-denied',
    message: expect.stringContaining(told),
  });
  expect(await readFile(path, 'utf8')).toBe('as it was');
  expect(await readdir(base)).toEqual(['mine.rdp']);
});

it('tries nothing again that waiting does not mend', async () => {
  const held = heldFor(1, 'ENOSPC');
  await expect(saveProfile(join(base, 'a.rdp'), bytes, held.files)).rejects.toMatchObject({
    code: 'disk-full',
  });
  expect(held.tried).toBe(1);
});

it('says that a name is longer than the disk can keep', async () => {
  await expect(saveProfile(join(base, 'a'.repeat(300)), bytes)).rejects.toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('a shorter one'),
  });
});

it('takes the place of no device, pipe or socket', async () => {
  const path = join(base, 'pipe');
  const device = { isFile: () => false, isDirectory: () => false };
  const files = { ...fileSystem, stat: () => Promise.resolve(device) } as unknown as FileSystem;
  await expect(saveProfile(path, bytes, files)).rejects.toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('is no ordinary file, and was left as it is'),
  });
  expect(await readdir(base)).toEqual([]);
});

it('says where it may not write', async () => {
  await expect(saveProfile(join(base, 'a.rdp'), bytes, failing('EACCES'))).rejects.toMatchObject({
    code: 'access-denied',
  });
});
