import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { openLibrary } from '../../../main/profiles/open-library';
import type { ImportProgress } from '../../../shared/profiles/library-view';
import { temporaryFolder } from '../../support/temporary-folder';
import { importFixture } from '../../support/xml';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices } from '../../unit/electron/fake-services';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const at = (name: string) => join(folder, name);

function roomsFor(desktop: Partial<Desktop>) {
  const library = openLibrary(at('library'));
  const services = fakeServices({ library: async () => library });
  return startInNode({ real: async () => services, desktop }).api;
}

it('plans before it saves, and reports what came and what stayed behind', async () => {
  writeFileSync(at('servers.rdg'), importFixture('rdcman-2.7.rdg'));
  writeFileSync(at('bad.rdg'), '<RDCMan>');
  const api = roomsFor({ askForFiles: async () => [at('servers.rdg'), at('bad.rdg')] });
  const stages: ImportProgress[] = [];
  api.import.onProgress(({ at: progress }) => stages.push(progress));

  const plan = await api.import.plan({ runId: 'a', what: 'files' });
  expect(plan?.templates.map(({ id }) => id)).toEqual(['contoso', 'contoso-finance', 'contoso-finance-web']);
  expect(plan?.leftOut[0]).toMatchObject({ place: at('bad.rdg'), what: 'all of it' });
  expect(readdirSync(folder).toSorted()).toEqual(['bad.rdg', 'servers.rdg']);

  expect(await api.import.run({ runId: 'a' })).toEqual(plan);
  expect((await api.library.read()).profiles.map(({ id }) => id)).toEqual(['ledger', 'web-01', 'web-2']);
  expect([stages[0], stages.at(-1)]).toEqual([
    { stage: 'reading', read: 0, place: at('servers.rdg') },
    { stage: 'saving', saved: 6, total: 6 },
  ]);
  // Once: the same again is another import.
  await expect(api.import.run({ runId: 'a' })).rejects.toMatchObject({ code: 'invalid-request' });
});

it('is saved by what the library holds when it is saved', async () => {
  writeFileSync(at('servers.rdg'), importFixture('rdcman-2.7.rdg'));
  const api = roomsFor({ askForFiles: async () => [at('servers.rdg')] });
  const plan = await api.import.plan({ runId: 'a', what: 'files' });
  const other = roomsFor({ askForFiles: async () => [at('servers.rdg')] });
  await other.import.plan({ runId: 'b', what: 'files' });
  await other.import.run({ runId: 'b' });
  const report = await api.import.run({ runId: 'a' });
  expect(plan?.profiles.map(({ change }) => change)).toEqual(['new', 'new', 'new']);
  expect(report.profiles.map(({ change }) => change)).toEqual(['same', 'same', 'same']);
});

it('saves nothing once it was given up', async () => {
  writeFileSync(at('servers.rdg'), importFixture('rdcman-2.7.rdg'));
  const api = roomsFor({ askForFiles: async () => [at('servers.rdg')] });
  await api.import.plan({ runId: 'a', what: 'files' });
  await api.import.cancel({ runId: 'a' });
  await expect(api.import.run({ runId: 'a' })).rejects.toMatchObject({ code: 'invalid-request' });

  const reading = api.import.plan({ runId: 'b', what: 'files' });
  api.import.onProgress(() => void api.import.cancel({ runId: 'b' }));
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect((await api.library.read()).profiles).toEqual([]);
});

it('says how far it came when it is cancelled while it saves, and the same again brings the rest', async () => {
  const servers = Array.from({ length: 2000 }, (_, index) => `full address:s:host-${index}`);
  for (const [index, line] of servers.entries()) writeFileSync(at(`${index}.rdp`), `${line}\r\n`);
  const api = roomsFor({ askForFolder: async (kind) => (kind === 'import' ? folder : null) });
  await api.import.plan({ runId: 'a', what: 'folder' });
  api.import.onProgress(({ runId, at: progress }) => {
    if (progress.stage === 'saving' && runId === 'a') void api.import.cancel({ runId });
  });
  await expect(api.import.run({ runId: 'a' })).rejects.toMatchObject({
    code: 'cancelled',
    message: expect.stringMatching(
      /^The import was cancelled\. [\d,]+ of 2,000 entries were imported before/,
    ),
  });
  await api.import.plan({ runId: 'c', what: 'folder' });
  const { profiles } = await api.import.run({ runId: 'c' });
  expect(profiles).toHaveLength(2000);
  expect(profiles.some(({ change }) => change === 'same')).toBe(true);
});

it('says why, where the one folder that was chosen gives nothing', async () => {
  const { import: room } = roomsFor({ askForFolder: async (kind) => (kind === 'import' ? folder : null) });
  await expect(room.plan({ runId: 'a', what: 'folder' })).rejects.toMatchObject({ code: 'not-found' });
});

it('imports nothing when the person changes their mind', async () => {
  const { import: room } = roomsFor({});
  expect(await room.plan({ runId: 'a', what: 'files' })).toBeNull();
  expect(await room.plan({ runId: 'a', what: 'folder' })).toBeNull();
});
