import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { openLibrary } from '../../../main/profiles/open-library';
import { temporaryFolder } from '../../support/temporary-folder';
import { startInNode } from '../../unit/electron/app-in-node';
import { fakeServices } from '../../unit/electron/fake-services';
import { profile, put, template } from '../profiles/support';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const at = (name: string) => join(folder, name);

/** The window's room on the library that the settings name. */
function startIn(desktop: Partial<Desktop> = {}) {
  const services = fakeServices({
    async library() {
      const { libraryFolder } = await services.settings.read();
      return openLibrary(libraryFolder ?? at('library'), { mustExist: libraryFolder !== null });
    },
  });
  return { ...startInNode({ real: async () => services, desktop }), services };
}

it('lists what there is, saves, tells of conflicts, removes and settles', async () => {
  const { api, bugs } = startIn();
  const room = api.library;
  expect(await room.read()).toEqual({ folder: at('library'), templates: [], profiles: [], problems: [] });
  const mine = template('finance', { settings: ['redirectclipboard:i:1'] });
  const saved = await room.save({ entry: mine, basedOn: null, isInsisting: false });
  if (saved.outcome !== 'saved') throw new Error('Not saved.');
  const { revision } = saved.stored;
  await room.save({ entry: { ...mine, name: 'Theirs' }, basedOn: revision, isInsisting: false });
  expect(
    await room.save({ entry: { ...mine, name: 'Mine' }, basedOn: revision, isInsisting: false }),
  ).toMatchObject({
    outcome: 'conflict',
    theirs: { entry: { name: 'Theirs' } },
  });

  await put(at('library'), 'templates/finance (1).json', JSON.stringify(mine));
  const { problems, templates } = await room.read();
  expect(templates.map(({ entry }) => entry.name)).toEqual(['Theirs']);
  const [problem] = problems;
  if (!problem) throw new Error('Nothing is in conflict.');
  const settled = await room.settle({ problem, keep: 'copy' });
  expect(settled).toMatchObject({ templates: [{ entry: { name: 'finance' } }], problems: [] });

  const { revision: last } = await room.entry({ kind: 'template', id: 'finance' });
  const removed = await room.remove({ kind: 'template', id: 'finance', basedOn: last, isInsisting: false });
  expect((await room.read()).templates).toEqual([]);
  await room.save({ entry: removed.entry, basedOn: null, isInsisting: false });
  expect((await room.entry({ kind: 'template', id: 'finance' })).entry).toEqual(removed.entry);
  expect(bugs).toEqual([]);
});

it('never takes a file from the page that is none of the library’s problems', async () => {
  const { api } = startIn();
  writeFileSync(at('mine.txt'), 'mine');
  const problem = { file: '../mine.txt', kind: 'damaged', because: '', entry: null } as const;
  await expect(api.library.settle({ problem, keep: 'entry' })).rejects.toMatchObject({ code: 'not-found' });
  expect(readdirSync(folder)).toContain('mine.txt');
});

it('moves to another folder that the person chose, and stays where that one cannot be read', async () => {
  const chosen = { folder: at('other') as string | null };
  const { api, services } = startIn({ askForFolder: async () => chosen.folder });
  await openLibrary(at('other')).save(profile('web-01'), { basedOn: null });
  expect(await api.library.chooseFolder()).toMatchObject({
    folder: at('other'),
    profiles: [{ id: 'web-01' }],
  });

  writeFileSync(at('file'), '');
  chosen.folder = at('file');
  await expect(api.library.chooseFolder()).rejects.toMatchObject({ code: 'unreadable' });
  expect((await services.settings.read()).libraryFolder).toBe(at('other'));
  chosen.folder = null;
  expect(await api.library.chooseFolder()).toBeNull();
  expect((await api.library.read()).folder).toBe(at('other'));
});

it('announces what another program changes', async () => {
  const { api } = startIn();
  await api.library.save({ entry: profile('web-01'), basedOn: null, isInsisting: false });
  let heard = 0;
  api.library.onChanged(() => {
    heard += 1;
  });
  await api.library.read();
  await put(at('library'), 'profiles/web-02.json', JSON.stringify(profile('web-02')));
  await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(0);
});

it('previews a profile’s file: composed, or as it is kept', async () => {
  const { api } = startIn();
  const library = openLibrary(at('library'));
  await library.save(
    template('all', { appliesTo: { level: 'organisation' }, settings: ['redirectclipboard:i:1'] }),
    {
      basedOn: null,
    },
  );
  await library.save(profile('web-01', { name: 'Web 1', address: 'web-01' }), { basedOn: null });
  const composed = await api.library.preview({ id: 'web-01' });
  expect(composed).toMatchObject({
    name: 'Web 1.rdp',
    leadsTo: { host: 'web-01' },
    dialog: { boxes: [{ box: 'Clipboard' }] },
  });
  const kept = profile('web-02', { address: 'web-02' });
  await library.keepFile(kept, 'web-account', Buffer.from('full address:s:kept\r\n'), { basedOn: null });
  expect(await api.library.preview({ id: 'web-02' })).toMatchObject({ leadsTo: { host: 'kept' } });
  expect(await api.library.preview({ id: 'web-02', route: 'web-account' })).toMatchObject({
    leadsTo: { host: 'kept' },
  });
  await expect(api.library.preview({ id: 'web-02', route: 'password' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await library.save(profile('nowhere'), { basedOn: null });
  await expect(api.library.preview({ id: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
});

it('exports the whole library where the person says', async () => {
  const answers = { place: at('out.zip') as string | null };
  const { api } = startIn({ askWhereToSave: async (_name, kind) => (kind === 'zip' ? answers.place : null) });
  await api.library.save({ entry: profile('web-01'), basedOn: null, isInsisting: false });
  expect(await api.library.export()).toEqual({ file: at('out.zip') });
  expect(readdirSync(folder)).toContain('out.zip');
  answers.place = null;
  expect(await api.library.export()).toBeNull();
});
