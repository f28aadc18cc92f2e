import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openLibrary } from '../../../main/profiles/open-library';
import { newLibrary, profile, put } from './support';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function watched() {
  const { library, folder } = await newLibrary();
  const heard = vi.fn<() => void>();
  const watch = () => stops.push(library.watch(heard));
  return { library, folder, heard, watch };
}

const within = { timeout: 10_000 };
const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('hears of what another program writes, once for a crowd of files', async () => {
  const { library, folder, heard, watch } = await watched();
  await library.save(profile('web-01'), { basedOn: null });
  await quiet(200);
  watch();
  for (let index = 0; index < 50; index += 1) {
    await put(folder, `profiles/web-${index}.json`, JSON.stringify(profile(`web-${index}`)));
  }
  await expect.poll(() => heard.mock.calls.length, within).toBeGreaterThan(0);
  expect(heard.mock.calls.length).toBeLessThan(10);
  expect((await library.contents()).profiles.length).toBeGreaterThanOrEqual(50);
});

it('hears of a change within a file, and of its own saves', async () => {
  const { library, folder, heard, watch } = await watched();
  await library.save(profile('web-01'), { basedOn: null });
  await quiet(200);
  watch();
  await writeFile(
    join(folder, 'profiles/web-01.json'),
    JSON.stringify(profile('web-01', { name: 'By hand' })),
  );
  await expect.poll(() => heard.mock.calls.length, within).toBeGreaterThan(0);
  expect((await library.contents()).profiles[0]?.entry.name).toBe('By hand');
  heard.mockClear();
  await library.save(profile('web-02'), { basedOn: null });
  await expect.poll(() => heard.mock.calls.length, within).toBeGreaterThan(0);
});

it('hears of folders that were not there when it began, and of ones that came anew', async () => {
  const { library, folder, heard, watch } = await watched();
  watch();
  await openLibrary(folder).save(profile('web-01'), { basedOn: null });
  await expect.poll(() => heard.mock.calls.length, within).toBeGreaterThan(0);
  await quiet(2500);
  heard.mockClear();
  await rm(join(folder, 'profiles'), { recursive: true });
  await mkdir(join(folder, 'profiles'));
  await quiet(2500);
  heard.mockClear();
  await put(folder, 'profiles/web-02.json', JSON.stringify(profile('web-02')));
  await expect.poll(() => heard.mock.calls.length, within).toBeGreaterThan(0);
  expect((await library.contents()).profiles).toHaveLength(1);
});

it('says nothing where nothing changes, nor after it was stopped', async () => {
  const { library, folder, heard, watch } = await watched();
  await library.save(profile('web-01'), { basedOn: null });
  await quiet(200);
  watch();
  await library.contents();
  await quiet(2600);
  expect(heard).not.toHaveBeenCalled();
  for (const stop of stops.splice(0)) stop();
  await put(folder, 'profiles/web-02.json', JSON.stringify(profile('web-02')));
  await quiet(2600);
  expect(heard).not.toHaveBeenCalled();
});
