import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSettingsStore } from '../../../main/settings/open-settings-store';
import { VmId } from '../../../shared/azure/virtual-machine';
import { temporaryFolder } from '../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'made', 'when needed');
  file = join(folder, 'settings.json');
});

async function write(text: string): Promise<void> {
  await openSettingsStore(folder).change((settings) => settings);
  await writeFile(file, text);
}

describe('settings', () => {
  it('are the defaults before anything was written, and reading writes nothing', async () => {
    const settings = await openSettingsStore(folder).read();
    expect(settings).toEqual({
      version: 1,
      organisation: null,
      theme: 'system',
      baseline: 'article',
      client: null,
      favourites: [],
      libraryFolder: null,
      recents: [],
      window: null,
    });
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are there for the next program, for its owner alone', async () => {
    const changed = await openSettingsStore(folder).change((settings) => ({ ...settings, theme: 'dark' }));
    expect(changed.theme).toBe('dark');
    expect(await openSettingsStore(folder).read()).toEqual(changed);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('lose nothing when app and terminal change them at once', async () => {
    const recent = (at: string) => ({
      vmId: VmId.parse(
        `/subscriptions/9f1c6a34-0000-4000-8000-0000000000aa/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-${at}`,
      ),
      at,
    });
    const [app, terminal] = [openSettingsStore(folder), openSettingsStore(folder)];
    const changes = Array.from({ length: 20 }, (_, number) =>
      (number % 2 ? app : terminal).change((settings) => ({
        ...settings,
        recents: [...settings.recents, recent(String(number))],
      })),
    );
    await Promise.all(changes);
    const { recents } = await app.read();
    expect(recents.map(({ at }) => Number(at)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, number) => number),
    );
  });

  it('read a file that an editor saved with a byte order mark', async () => {
    await write('\uFEFF{"theme":"light"}');
    expect((await openSettingsStore(folder).read()).theme).toBe('light');
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['is not JSON', '{"theme":', 'not JSON'],
    ['says something unknown', '{"theme":"purple"}', 'theme'],
    ['comes from a newer version', '{"version":2,"theme":{"mode":"dark"}}', 'newer Entra RDP'],
  ])('because it %s is named and left as it was', async (_, text, why) => {
    await write(text);
    const store = openSettingsStore(folder);
    for (const attempt of [() => store.read(), () => store.change((settings) => settings)])
      await expect(attempt()).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringMatching(new RegExp(`${why}[^]*left as it was`)),
      });
    await expect(store.read()).rejects.toMatchObject({ message: expect.stringContaining(file) });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('because of the change itself is not written', async () => {
    const store = openSettingsStore(folder);
    await store.change((settings) => ({ ...settings, theme: 'dark' }));
    const tiny = { width: 1, height: 1, isMaximised: false };
    await expect(store.change((settings) => ({ ...settings, window: tiny }))).rejects.toThrow('width');
    expect((await store.read()).theme).toBe('dark');
  });

  it.skipIf(process.getuid?.() === 0)('because the folder may not be written is named', async () => {
    await write('{}');
    await chmod(folder, 0o500);
    await expect(openSettingsStore(folder).change((settings) => settings)).rejects.toMatchObject({
      code: 'access-denied',
    });
    await chmod(folder, 0o700);
  });

  it('because the disk is full is named, and what was there stays', async () => {
    await openSettingsStore(folder).change((settings) => ({ ...settings, theme: 'dark' }));
    const full = openSettingsStore(folder, () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })),
    );
    const change = full.change((settings) => ({ ...settings, theme: 'light' }));
    await expect(change).rejects.toMatchObject({ code: 'disk-full', help: 'disk-full' });
    expect((await openSettingsStore(folder).read()).theme).toBe('dark');
  });
});
