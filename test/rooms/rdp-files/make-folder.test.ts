import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { makeFolder } from '../../../main/rdp-files/make-folder';
import { temporaryFolder } from '../../support/temporary-folder';

const root = temporaryFolder();

describe('making a folder', () => {
  it('makes those it is in, and is content with one that is there', async () => {
    const folder = join(root, 'a', 'b', 'c');
    await makeFolder(fileSystem, folder);
    await makeFolder(fileSystem, folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    await Promise.all([
      makeFolder(fileSystem, join(root, 'x', 'y')),
      makeFolder(fileSystem, join(root, 'x', 'y')),
    ]);
  });

  it('says what is in the way', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(makeFolder(fileSystem, join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(fileSystem, join(root, 'file', 'below'))).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });

  it.runIf(existsSync('/proc/self'))(
    'ends where the system keeps saying that something is missing',
    async () => {
      await expect(makeFolder(fileSystem, '/proc/entra-rdp/below')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
