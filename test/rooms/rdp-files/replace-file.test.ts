import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type FileSystem, fileSystem } from '../../../main/rdp-files/file-system';
import { replaceFile } from '../../../main/rdp-files/replace-file';
import { temporaryFolder } from '../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'a.rdp');
  await writeFile(file, 'old');
});

const bytes = new TextEncoder().encode('new');

it.each([0o600, 0o644, 0o664])('keeps who may read the file: %o', async (mode) => {
  await chmod(file, mode);
  await replaceFile(file, bytes);
  expect([await readFile(file, 'utf8'), (await stat(file)).mode & 0o777]).toEqual(['new', mode]);
});

it('changes the file a link leads to, and leaves the link', async () => {
  const link = join(folder, 'link.rdp');
  await symlink(file, link);
  expect(await replaceFile(link, bytes)).toBe(file);
  expect([await readFile(file, 'utf8'), (await lstat(link)).isSymbolicLink()]).toEqual(['new', true]);
});

it.each([
  ['the disk is full', 'ENOSPC', 'disk-full'],
  ['the quota is used up', 'EDQUOT', 'disk-full'],
  ['the disk may only be read', 'EROFS', 'access-denied'],
])('leaves the file as it was when %s', async (_, systemCode, code) => {
  const failing: FileSystem = {
    ...fileSystem,
    create: async (path) => ({
      ...(await fileSystem.create(path)),
      sync: () => Promise.reject(Object.assign(new Error(systemCode), { code: systemCode })),
    }),
  };
  await expect(replaceFile(file, bytes, failing)).rejects.toMatchObject({ code });
  expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['old', ['a.rdp']]);
});

it('names a file that went away meanwhile', async () => {
  await expect(replaceFile(join(folder, 'gone.rdp'), bytes)).rejects.toMatchObject({ code: 'not-found' });
});
