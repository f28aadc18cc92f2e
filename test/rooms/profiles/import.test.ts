import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportRequest, importIntoLibrary } from '../../../main/profiles/import/import-into-library';
import type { Library } from '../../../main/profiles/library';
import { openLibrary } from '../../../main/profiles/open-library';
import { AppError } from '../../../shared/errors/app-error';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import type { ImportReport } from '../../../shared/profiles/library-view';
import type { Profile } from '../../../shared/profiles/profile';
import { layersFor, outsideAzure } from '../../../shared/profiles/resolve';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { lineOf } from '../../../shared/rdp/setting';
import { carelessRdpFile, signedRdpFile } from '../../support/sample-rdp-files';
import { importFixture } from '../../support/xml';

const fixtures = resolve(import.meta.dirname, '../../fixtures/import');

let folder: string;
let library: Library;
const at = (...names: string[]) => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entra-rdp-import-'));
  library = openLibrary(at('library'));
  mkdirSync(at('from'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(join(at('from', name), '..'), { recursive: true });
  writeFileSync(at('from', name), content);
  return at('from', name);
}

async function bring(paths: readonly string[], options: Partial<ImportRequest> = {}): Promise<ImportReport> {
  const { report } = await importIntoLibrary({
    library,
    paths,
    signal: new AbortController().signal,
    ...options,
  });
  return report;
}

async function profile(id: string): Promise<Profile> {
  return (await library.read('profile', id)).entry as Profile;
}

const changes = ({ templates, profiles }: ImportReport) =>
  [...templates, ...profiles].map(({ id, change }) => `${id}: ${change}`);

describe('an RDCMan file in an empty library', () => {
  it('gives every server the settings RDCMan would connect with, through two groups', async () => {
    const report = await bring([write('servers.rdg', importFixture('rdcman-2.7.rdg'))]);
    expect(report.templates.map(({ id }) => id)).toEqual([
      'contoso',
      'contoso-finance',
      'contoso-finance-web',
    ]);

    const { templates } = await library.contents();
    const web = await profile('web-01');
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
    const report = await bring([write('servers.rdg', importFixture('rdcman-2.7.rdg'))], { isPlan: true });
    expect(report.profiles).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(['from']);
  });
});

describe('importing again', () => {
  it('changes nothing where nothing changed', async () => {
    const file = write('servers.rdg', importFixture('rdcman-2.7.rdg'));
    await bring([file]);
    const before = (await library.contents()).profiles.map(({ revision }) => revision);
    expect(new Set(changes(await bring([file])).map((text) => text.split(': ')[1]))).toEqual(
      new Set(['same']),
    );
    expect((await library.contents()).profiles.map(({ revision }) => revision)).toEqual(before);
  });

  it('updates what nobody changed here, and keeps what somebody did', async () => {
    const text = String(importFixture('rdcman-2.7.rdg'));
    await bring([write('servers.rdg', text)]);
    const { entry, revision } = await library.read('profile', 'ledger');
    await library.save({ ...entry, notes: 'Ours' }, { basedOn: revision });

    // The file is as it was: nothing of theirs is to be brought beside ours.
    expect(changes(await bring([at('from', 'servers.rdg')]))).toContain('ledger: same');

    const moved = text.replace('ledger-01.', 'ledger-09.').replace('>web-01<', '>web-09<');
    const report = await bring([
      write(
        'servers.rdg',
        moved.replace('<name>web-09</name>', '<displayName>web-01</displayName><name>web-09</name>'),
      ),
    ]);
    expect(changes(report)).toEqual(
      expect.arrayContaining(['ledger-2: new', 'web-01: updated', 'web-2: same']),
    );
    expect(await profile('ledger')).toMatchObject({ notes: 'Ours', address: 'ledger-01.contoso.example' });
    expect(await profile('web-01')).toMatchObject({ address: 'web-09' });
    expect(report.leftOut).toContainEqual(
      expect.objectContaining({ what: 'the change to “Ledger” (ledger)' }),
    );
  });

  it('takes a file of the same name elsewhere for another one', async () => {
    await bring([write('a/servers.rdg', rdg('<server><properties><name>one</name></properties></server>'))]);
    const other = rdg(
      '<remoteDesktop inherit="None" /><server><properties><name>one</name></properties></server>',
    );
    const report = await bring([write('b/servers.rdg', other)]);
    expect(changes(report)).toEqual(['f-2: new', 'one-2: new']);
    expect((await library.read('template', 'f')).entry.settings).toEqual([]);
  });

  it('gives names that collide ids of their own', async () => {
    const twins = '<server><properties><name>ONE</name></properties></server>'.repeat(3);
    const file = write('servers.rdg', rdg(twins));
    expect(changes(await bring([file]))).toEqual(['f: new', 'one: new', 'one-2: new', 'one-3: new']);
    expect(changes(await bring([file]))).toEqual(['f: same', 'one: same', 'one-2: same', 'one-3: same']);
  });

  it('writes over nothing that cannot be used', async () => {
    mkdirSync(at('library', 'profiles'), { recursive: true });
    writeFileSync(at('library', 'profiles', 'one.json'), 'half writ');
    const report = await bring([
      write('s.rdg', rdg('<server><properties><name>one</name></properties></server>')),
    ]);
    expect(changes(report)).toContain('one-2: new');
    expect(readFileSync(at('library', 'profiles', 'one.json'), 'utf8')).toBe('half writ');
  });
});

describe('a folder of .rdp files', () => {
  it('gives a profile for each, with what is unknown kept', async () => {
    write(
      'rdp/web.rdp',
      encodeRdp(
        'full address:s:web-01:3390\r\nenablerdsaadauth:i:1\r\nusername:s:ada@contoso.example\r\nshiny:s:ü\r\n',
      ),
    );
    write('rdp/deeper/old.RDP', 'full address:s:10.1.0.5\naudiomode:i:2\naudiomode:i:1\n');
    const report = await bring([at('from', 'rdp')]);
    expect(report.profiles.map(({ place }) => place)).toEqual(['rdp/deeper/old.RDP', 'rdp/web.rdp']);
    expect(await profile('web')).toMatchObject({
      address: 'web-01',
      port: 3390,
      username: 'ada@contoso.example',
      route: 'web-account',
      settings: ['shiny:s:ü'],
    });
    expect(await profile('old')).toMatchObject({ route: 'password', settings: ['audiomode:i:1'] });
    expect(report.leftOut).toEqual([
      expect.objectContaining({ place: 'rdp/deeper/old.RDP', what: 'all but the last “audiomode”' }),
    ]);
  });

  it('leaves out what is secret, what is no setting, and the address that loses', async () => {
    const { leftOut } = await bring([
      write('careless.rdp', carelessRdpFile),
      write(
        'two.rdp',
        'full address:s:a\nalternate full address:s:b\ngatewayaccesstoken:s:PLANTED\nmy Passwort:s:PLANTED\n',
      ),
    ]);
    expect(leftOut.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      'careless.rdp: “password 51”',
      'careless.rdp: all but the last “screen mode id”',
      'careless.rdp: line 16',
      'two.rdp: “gatewayaccesstoken”',
      'two.rdp: “my passwort”',
      'two.rdp: the “full address”',
    ]);
    expect(await profile('two')).toMatchObject({ address: 'b', settings: [] });
  });

  it('keeps a signed file as it is, and takes the settings of one whose signature does not hold', async () => {
    const signed = await signedRdpFile();
    const text = Buffer.from(signed).toString('utf16le');
    write('rdp/good.rdp', signed);
    write('rdp/changed.rdp', Buffer.from(text.replace('READY-01', 'EVIL-001'), 'utf16le'));
    write('rdp/secret.rdp', Buffer.from(`${text}password 51:b:00AA\r\n`, 'utf16le'));
    const { leftOut } = await bring([at('from', 'rdp')]);
    const good = await profile('good');
    expect(Buffer.from(await library.keptFile(good, 'web-account'))).toEqual(Buffer.from(signed));
    expect((await profile('changed')).files).toEqual([]);
    expect((await profile('secret')).files).toEqual([]);
    expect(leftOut.filter(({ what }) => what === 'the signature').map(({ place }) => place)).toEqual([
      'rdp/changed.rdp',
      'rdp/secret.rdp',
    ]);
    expect(changes(await bring([at('from', 'rdp')]))).toContain('good: same');
  });

  it('uses a signed file no longer once it is signed no more where it came from', async () => {
    await bring([write('good.rdp', await signedRdpFile())]);
    await bring([write('good.rdp', 'full address:s:READY-01\nenablerdsaadauth:i:1\n')]);
    expect((await profile('good')).files).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('follows no link out of the folder, and none twice', async () => {
    write('outside/secret.rdp', 'full address:s:outside\n');
    write('rdp/in.rdp', 'full address:s:in\n');
    symlinkSync(at('from', 'outside'), at('from', 'rdp', 'out'));
    symlinkSync(at('from', 'outside', 'secret.rdp'), at('from', 'rdp', 'out.rdp'));
    symlinkSync('.', at('from', 'rdp', 'again'));
    symlinkSync('in.rdp', at('from', 'rdp', 'twice.rdp'));
    symlinkSync('nothing', at('from', 'rdp', 'lost.rdp'));
    const { profiles, leftOut } = await bring([at('from', 'rdp')]);
    expect(profiles.map(({ place }) => place)).toEqual(['rdp/in.rdp']);
    expect(leftOut.map(({ place, because }) => `${place}: ${because}`)).toEqual([
      'rdp/lost.rdp: It leads nowhere.',
      'rdp/out: It leads out of the folder.',
      'rdp/out.rdp: It leads out of the folder.',
    ]);
  });
});

it('takes nothing that was planted as a password, wherever it stood', async () => {
  const report = await bring([fixtures, write('careless.rdp', carelessRdpFile)]);
  expect(report.profiles.length).toBeGreaterThan(7);
  const everything = readdirSync(at('library'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(everything.join('\n')).not.toMatch(/PLANTED|D08C9DDF/);
  expect(JSON.stringify(report)).not.toMatch(/PLANTED|D08C9DDF/);
});

describe('paths that cannot be imported', () => {
  it('are told, and the others are imported', async () => {
    const { report, failed } = await importIntoLibrary({
      library,
      paths: [
        at('none.rdg'),
        write('good.rdp', 'full address:s:a\n'),
        write('bad.rdg', '<RDCMan><file></RDCMan>'),
      ],
      signal: new AbortController().signal,
    });
    expect(report.profiles.map(({ id }) => id)).toEqual(['good']);
    expect(failed.map(({ error }) => error.code)).toEqual(['not-found', 'unreadable']);
    expect(report.leftOut.map(({ because }) => because)[1]).toMatch(
      /bad\.rdg was not imported: it is broken XML: unexpected close tag \(line 1, column \d+\)\. Nothing of it was taken\./,
    );
  });

  it.each([
    ['entities', '<!DOCTYPE RDCMan [<!ENTITY a "b">]><RDCMan><file/></RDCMan>', 'it declares entities'],
    [
      'external entities',
      '<!DOCTYPE RDCMan [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><RDCMan/>',
      'it declares entities',
    ],
    ['an entity nobody declared', '<RDCMan><file>&lol;</file></RDCMan>', 'undefined entity'],
    ['elements without end', '<a>'.repeat(200), 'more than 100 deep'],
    ['XML of somebody else', '<html/>', 'neither of RDCMan (.rdg) nor of mRemoteNG'],
    [
      'an encoding nobody knows',
      '<?xml version="1.0" encoding="klingon"?><RDCMan/>',
      'its encoding klingon is unknown',
    ],
    ['bytes that are no text', Buffer.from([0x3c, 0x61, 0xff, 0xff, 0x3e]), 'not the utf-8 text'],
    ['an encrypted file', 'c2VjcmV0IHNlY3JldA==', 'it is no XML'],
    ['nothing', '', 'it is no XML'],
    ['a zip archive', Buffer.from('PK\u0003\u0004'), 'library import bad.rdg'],
  ])('%s', async (_, content, because) => {
    const { leftOut, profiles } = await bring([write('bad.rdg', content)]);
    expect(profiles).toEqual([]);
    expect(leftOut[0]?.because).toContain(because);
  });

  it('says so of an empty folder', async () => {
    expect((await bring([at('from')])).leftOut[0]?.because).toContain(
      'there is no .rdp, .rdg or confCons.xml file',
    );
  });
});

describe('the text of an XML file', () => {
  const text = rdg('<server><properties><name>büro</name></properties></server>');
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 that claims to be UTF-16', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${text}`)],
    ['Windows-1252', Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${text}`, 'latin1')],
    ['a document type without entities', Buffer.from(`<!DOCTYPE RDCMan SYSTEM "file:///etc/passwd">${text}`)],
  ])('%s', async (_, bytes) => {
    const { profiles } = await bring([write('s.rdg', bytes)]);
    expect(profiles.map(({ name }) => name)).toEqual(['büro']);
  });
});

describe('saving', () => {
  it('stops where it is cancelled, and goes on from there', async () => {
    const file = write('s.rdg', rdg(servers(250)));
    const stop = new AbortController();
    const cancelled = bring([file], {
      signal: stop.signal,
      onProgress: ({ stage }) => stage === 'saving' && stop.abort(),
    });
    await expect(cancelled).rejects.toMatchObject({
      code: 'cancelled',
      message: expect.stringMatching(/^The import was cancelled\. \d+ of 251 entries were imported before\./),
    });
    const again = changes(await bring([file]));
    expect(again.filter((text) => text.endsWith('same')).length).toBeGreaterThan(0);
    expect(again.filter((text) => text.endsWith('new')).length).toBeGreaterThan(0);
    expect((await library.contents()).profiles).toHaveLength(250);
  });

  it('leaves alone what somebody else saves at the same moment', async () => {
    const file = write('s.rdg', rdg(servers(1)));
    const racing: Library = {
      ...library,
      async add(entries, options) {
        await library.add(entries.map((entry) => ({ ...entry, name: 'Theirs' })));
        return library.add(entries, options);
      },
    };
    const report = await bring([file], { library: racing });
    expect([...report.profiles, ...report.templates]).toEqual([]);
    expect(report.leftOut.filter(({ because }) => because.startsWith('Somebody else saved'))).toHaveLength(2);
    expect((await profile('server-0')).name).toBe('Theirs');
  });

  it('says how far it came when the disk is full', async () => {
    const full = new AppError('disk-full', 'The disk is full.', { help: 'disk-full' });
    let batches = 0;
    const filling: Library = {
      ...library,
      async add(entries, options) {
        batches += 1;
        if (batches > 2) throw full;
        return library.add(entries, options);
      },
    };
    await expect(bring([write('s.rdg', rdg(servers(700)))], { library: filling })).rejects.toMatchObject({
      code: 'disk-full',
      help: 'disk-full',
      message: expect.stringMatching(/^The disk is full\. 501 of 701 entries were imported before\./),
    });
  });
});

function rdg(inner: string): string {
  return `<RDCMan programVersion="2.7" schemaVersion="3"><file><properties><name>F</name></properties>${inner}</file></RDCMan>`;
}

function servers(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<server><properties><name>server-${index}</name></properties></server>`,
  ).join('');
}
