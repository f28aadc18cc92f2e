import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystem } from '../../../main/rdp-files/file-system';
import { createFileWriter } from '../../../main/rdp-files/write-many';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entra-rdp-write-many-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing many files', () => {
  it('writes each whole, for its owner alone, and leaves nothing beside it', async () => {
    const write = createFileWriter(fileSystem, folder);
    const large = Buffer.alloc(100_000, 'x');
    await Promise.all([
      write(join(folder, 'small'), Buffer.from('one')),
      write(join(folder, 'large'), large),
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['large', 'small']);
    expect(readFileSync(join(folder, 'small'), 'utf8')).toBe('one');
    expect(readFileSync(join(folder, 'large')).equals(large)).toBe(true);
    // Windows knows no such modes.
    const others = process.platform === 'win32' ? 0 : statSync(join(folder, 'small')).mode & 0o077;
    expect(others).toBe(0);
  });

  it('leaves the old file as it was when writing fails, and says why', async () => {
    writeFileSync(join(folder, 'file'), 'old');
    const write = createFileWriter(fileSystem, folder, {
      renameSync: () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      },
      rmSync,
      writeFileSync,
    });
    await expect(write(join(folder, 'file'), Buffer.from('new'))).rejects.toMatchObject({
      code: 'access-denied',
    });
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });

  it('moves nothing into a folder that is a disk of its own, and writes there', async () => {
    const write = createFileWriter(fileSystem, folder, {
      renameSync: () => {
        throw Object.assign(new Error('elsewhere'), { code: 'EXDEV' });
      },
      rmSync,
      writeFileSync,
    });
    await write(join(folder, 'file'), Buffer.from('new'));
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('lets others wait for a disk that proves slow', async () => {
    let direct = 0;
    const write = createFileWriter(fileSystem, folder, {
      renameSync,
      rmSync,
      writeFileSync: (...words: Parameters<typeof writeFileSync>) => {
        direct += 1;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        writeFileSync(...words);
      },
    });
    for (let index = 0; index < 12; index += 1) {
      await write(join(folder, `${index}`), Buffer.from('x'));
      await pause(0);
    }
    expect(direct).toBe(5);
    expect(readdirSync(folder)).toHaveLength(12);
  });
});
