import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { openLibrary } from '../../../main/profiles/open-library';
import { importFixture } from '../../support/xml';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices } from '../../unit/electron/fake-services';

const folder = mkdtempSync(join(tmpdir(), 'entra-rdp-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function roomFor(desktop: Partial<Desktop>) {
  const library = openLibrary(at('library'));
  const services = fakeServices({ library: async () => library });
  return startInNode({ real: async () => services, desktop }).api.library;
}

it('imports the files a person chose, and reports what came and what stayed behind', async () => {
  writeFileSync(at('servers.rdg'), importFixture('rdcman-2.7.rdg'));
  writeFileSync(at('bad.rdg'), '<RDCMan>');
  const room = roomFor({ askForFiles: async () => [at('servers.rdg'), at('bad.rdg')] });
  const report = await room.import({ what: 'files' });
  expect(report?.templates.map(({ id }) => id)).toEqual([
    'contoso',
    'contoso-finance',
    'contoso-finance-web',
  ]);
  expect(report?.leftOut[0]).toMatchObject({ place: at('bad.rdg'), what: 'all of it' });
  expect((await room.read()).profiles.map(({ id }) => id)).toEqual(['ledger', 'web-01', 'web-2']);
});

it('says why, where the one folder that was chosen gives nothing', async () => {
  const room = roomFor({ askForFolder: async (kind) => (kind === 'import' ? at('library') : null) });
  await expect(room.import({ what: 'folder' })).rejects.toMatchObject({ code: 'not-found' });
});

it('imports nothing when the person changes their mind', async () => {
  expect(await roomFor({}).import({ what: 'files' })).toBeNull();
  expect(await roomFor({}).import({ what: 'folder' })).toBeNull();
});
