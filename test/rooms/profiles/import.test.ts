import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../../main/profiles/library';
import { AppError } from '../../../shared/errors/app-error';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import { layersFor, outsideAzure } from '../../../shared/profiles/resolve';
import { lineOf } from '../../../shared/rdp/setting';
import { importFixture } from '../../support/xml';
import { changesIn, type ImportWorld, newImportWorld, rdg, servers } from './import-world';

let world: ImportWorld;
beforeEach(() => {
  world = newImportWorld();
});
afterEach(() => world.remove());

describe('an RDCMan file in an empty library', () => {
  it('gives every server the settings RDCMan would connect with, through two groups', async () => {
    const report = await world.bring([world.write('servers.rdg', importFixture('rdcman-2.7.rdg'))]);
    expect(report.templates.map(({ id }) => id)).toEqual([
      'contoso',
      'contoso-finance',
      'contoso-finance-web',
    ]);

    const { templates } = await world.library.contents();
    const web = await world.profile('web-01');
    const { layers } = layersFor(
      outsideAzure,
      templates.map(({ entry }) => entry),
      { profile: web },
    );
    const settings = composeLayered(
      { address: 'web-01', port: 3390, username: 'operator@contoso.example', route: 'web-account' },
      layers ?? [],
    );
    expect(settings.map(lineOf)).toEqual(
      expect.arrayContaining([
        'full address:s:web-01:3390',
        'username:s:operator@contoso.example',
        // Of the group it stands in.
        'gatewayusagemethod:i:0',
        'gatewayhostname:s:',
        'gatewaycredentialssource:i:4',
        // Of the group around that.
        'loadbalanceinfo:s:tsv://MS Terminal Services Plugin.1.Finance',
        'administrative session:i:0',
        // Of the file.
        'screen mode id:i:1',
        'session bpp:i:24',
        'audiomode:i:2',
        'redirectclipboard:i:1',
        'drivestoredirect:s:C:\\;E:\\;',
        'redirectsmartcards:i:0',
      ]),
    );
  });

  it('saves nothing where only the plan is asked for', async () => {
    const report = await world.bring([world.write('servers.rdg', importFixture('rdcman-2.7.rdg'))], {
      isPlan: true,
    });
    expect(report.profiles).toHaveLength(3);
    expect(readdirSync(world.folder)).toEqual(['from']);
  });
});

describe('importing again', () => {
  it('changes nothing where nothing changed', async () => {
    const file = world.write('servers.rdg', importFixture('rdcman-2.7.rdg'));
    await world.bring([file]);
    const before = (await world.library.contents()).profiles.map(({ revision }) => revision);
    expect(new Set(changesIn(await world.bring([file])).map((text) => text.split(': ')[1]))).toEqual(
      new Set(['same']),
    );
    expect((await world.library.contents()).profiles.map(({ revision }) => revision)).toEqual(before);
  });

  it('updates what nobody changed here, and keeps what somebody did', async () => {
    const text = String(importFixture('rdcman-2.7.rdg'));
    await world.bring([world.write('servers.rdg', text)]);
    const { entry, revision } = await world.library.read('profile', 'ledger');
    await world.library.save({ ...entry, notes: 'Ours' }, { basedOn: revision });

    // The file is as it was: nothing of theirs is to be brought beside ours.
    expect(changesIn(await world.bring([world.at('from', 'servers.rdg')]))).toContain('ledger: same');

    const moved = text.replace('ledger-01.', 'ledger-09.').replace('>web-01<', '>web-09<');
    const report = await world.bring([
      world.write(
        'servers.rdg',
        moved.replace('<name>web-09</name>', '<displayName>web-01</displayName><name>web-09</name>'),
      ),
    ]);
    expect(changesIn(report)).toEqual(
      expect.arrayContaining(['ledger-2: new', 'web-01: updated', 'web-2: same']),
    );
    expect(await world.profile('ledger')).toMatchObject({
      notes: 'Ours',
      address: 'ledger-01.contoso.example',
    });
    expect(await world.profile('web-01')).toMatchObject({ address: 'web-09' });
    expect(report.leftOut).toContainEqual(
      expect.objectContaining({ what: 'the change to “Ledger” (ledger)' }),
    );
  });

  it('takes a file of the same name elsewhere for another one', async () => {
    await world.bring([
      world.write('a/servers.rdg', rdg('<server><properties><name>one</name></properties></server>')),
    ]);
    const other = rdg(
      '<remoteDesktop inherit="None" /><server><properties><name>one</name></properties></server>',
    );
    const report = await world.bring([world.write('b/servers.rdg', other)]);
    expect(changesIn(report)).toEqual(['f-2: new', 'one-2: new']);
    expect((await world.library.read('template', 'f')).entry.settings).toEqual([]);
  });

  it('gives names that collide ids of their own', async () => {
    const twins = '<server><properties><name>ONE</name></properties></server>'.repeat(3);
    const file = world.write('servers.rdg', rdg(twins));
    expect(changesIn(await world.bring([file]))).toEqual(['f: new', 'one: new', 'one-2: new', 'one-3: new']);
    expect(changesIn(await world.bring([file]))).toEqual([
      'f: same',
      'one: same',
      'one-2: same',
      'one-3: same',
    ]);
  });

  it('writes over nothing that cannot be used', async () => {
    mkdirSync(world.at('library', 'profiles'), { recursive: true });
    writeFileSync(world.at('library', 'profiles', 'one.json'), 'half writ');
    const report = await world.bring([
      world.write('s.rdg', rdg('<server><properties><name>one</name></properties></server>')),
    ]);
    expect(changesIn(report)).toContain('one-2: new');
    expect(readFileSync(world.at('library', 'profiles', 'one.json'), 'utf8')).toBe('half writ');
  });
});

describe('saving', () => {
  it('stops where it is cancelled, and goes on from there', async () => {
    const file = world.write('s.rdg', rdg(servers(250)));
    const stop = new AbortController();
    const cancelled = world.bring([file], {
      signal: stop.signal,
      onProgress: ({ stage }) => stage === 'saving' && stop.abort(),
    });
    await expect(cancelled).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringMatching(/^The import was cancelled\. \d+ of 251 entries were imported before\./),
    });
    const again = changesIn(await world.bring([file]));
    expect(again.filter((text) => text.endsWith('same')).length).toBeGreaterThan(0);
    expect(again.filter((text) => text.endsWith('new')).length).toBeGreaterThan(0);
    expect((await world.library.contents()).profiles).toHaveLength(250);
  });

  it('leaves alone what somebody else saves at the same moment', async () => {
    const file = world.write('s.rdg', rdg(servers(1)));
    const racing: Library = {
      ...world.library,
      async add(entries, options) {
        await world.library.add(entries.map((entry) => ({ ...entry, name: 'Theirs' })));
        return world.library.add(entries, options);
      },
    };
    const report = await world.bring([file], { library: racing });
    expect([...report.profiles, ...report.templates]).toEqual([]);
    expect(report.leftOut.filter(({ because }) => because.startsWith('Somebody else saved'))).toHaveLength(2);
    expect((await world.profile('server-0')).name).toBe('Theirs');
  });

  it('says how far it came when the disk is full', async () => {
    const full = new AppError('disk-full', 'The disk is full.', { help: 'disk-full' });
    let batches = 0;
    const filling: Library = {
      ...world.library,
      async add(entries, options) {
        batches += 1;
        if (batches > 2) throw full;
        return world.library.add(entries, options);
      },
    };
    await expect(
      world.bring([world.write('s.rdg', rdg(servers(700)))], { library: filling }),
    ).rejects.toMatchObject({
      code: 'disk-full',
      help: 'disk-full',
      message: expect.stringMatching(/^The disk is full\. 501 of 701 entries were imported before\./),
    });
  });
});
