import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importIntoLibrary } from '../../../main/profiles/import/import-into-library';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { carelessRdpFile, signedRdpFile } from '../../support/sample-rdp-files';
import { changesIn, type ImportWorld, newImportWorld, rdg } from './import-world';

const fixtures = resolve(import.meta.dirname, '../../fixtures/import');

let world: ImportWorld;
beforeEach(() => {
  world = newImportWorld();
});
afterEach(() => world.remove());

describe('a folder of .rdp files', () => {
  it('gives a profile for each, with what is unknown kept', async () => {
    world.write(
      'rdp/web.rdp',
      encodeRdp(
        'full address:s:web-01:3390\r\nenablerdsaadauth:i:1\r\nusername:s:ada@contoso.example\r\nshiny:s:ü\r\n',
      ),
    );
    world.write('rdp/deeper/old.RDP', 'full address:s:10.1.0.5\naudiomode:i:2\naudiomode:i:1\n');
    const report = await world.bring([world.at('from', 'rdp')]);
    expect(report.profiles.map(({ place }) => place)).toEqual(['rdp/deeper/old.RDP', 'rdp/web.rdp']);
    expect(await world.profile('web')).toMatchObject({
      address: 'web-01',
      port: 3390,
      username: 'ada@contoso.example',
      route: 'web-account',
      settings: ['shiny:s:ü'],
    });
    expect(await world.profile('old')).toMatchObject({ route: 'password', settings: ['audiomode:i:1'] });
    expect(report.leftOut).toEqual([
      expect.objectContaining({ place: 'rdp/deeper/old.RDP', what: 'all but the last “audiomode”' }),
    ]);
  });

  it('takes the VM from the manifest of a batch', async () => {
    const vmId =
      '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-01';
    world.write('batch/ada/web.rdp', 'full address:s:WEB-01\n');
    world.write('batch/ada/other.rdp', 'full address:s:WEB-02\n');
    const rows = [
      { file: 'ada/web.rdp', resourceId: vmId, nameUsed: 'WEB-01' },
      { file: 'ada/other.rdp', resourceId: '../../evil', nameUsed: 7 },
      { file: null },
      'nonsense',
    ];
    world.write('batch/manifest.json', JSON.stringify({ version: 1, rows }));
    await world.bring([world.at('from', 'batch')]);
    expect(await world.profile('web')).toMatchObject({ vmId, computerName: 'WEB-01' });
    expect(await world.profile('other')).toMatchObject({ vmId: null, computerName: null });
  });

  it.each(['{', '[]', '{"name":"An app","icons":[]}'])(
    'passes over a manifest that says %s',
    async (text) => {
      world.write('batch/web.rdp', 'full address:s:WEB-01\n');
      world.write('batch/manifest.json', text);
      expect(changesIn(await world.bring([world.at('from', 'batch')]))).toEqual(['web: new']);
    },
  );

  it('leaves out what is secret, what is no setting, and the address that loses', async () => {
    const { leftOut } = await world.bring([
      world.write('careless.rdp', carelessRdpFile),
      world.write(
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
    expect(await world.profile('two')).toMatchObject({ address: 'b', settings: [] });
  });

  it('tells of every address, port and user name that it could not take', async () => {
    const { leftOut } = await world.bring([
      world.write('a.rdp', 'full address:s:web-01\nfull address:s:web-02\nserver port:i:3389\n'),
      world.write('b.rdp', 'full address:s:web-01:99999\nserver port:i:3390\n'),
      world.write('c.rdp', 'full address:s:web-01:3390\nserver port:i:4000\n'),
      world.write('d.rdp', 'full address:s:web-01:3390\nserver port:i:3389\n'),
      world.write('e.rdp', 'full address:s:[fd00::4]:0\nusername:s:ada\u0007\n'),
      world.write('f.rdp', `full address:s:web-01\nusername:s:${'u'.repeat(1001)}\n`),
    ]);
    expect(leftOut.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      'a.rdp: all but the last “full address”',
      'b.rdp: the port “99999”',
      'c.rdp: the “server port”',
      'e.rdp: the port “0”',
      'e.rdp: the user name',
      'f.rdp: the user name',
    ]);
    expect(await world.profile('b')).toMatchObject({ address: 'web-01', port: 3390 });
    expect(await world.profile('c')).toMatchObject({ address: 'web-01', port: 3390 });
    expect(await world.profile('e')).toMatchObject({ address: 'fd00::4', port: null, username: null });
  });

  it('keeps a signed file as it is, and takes the settings of one whose signature does not hold', async () => {
    const signed = await signedRdpFile();
    const text = Buffer.from(signed).toString('utf16le');
    world.write('rdp/good.rdp', signed);
    world.write('rdp/changed.rdp', Buffer.from(text.replace('READY-01', 'EVIL-001'), 'utf16le'));
    world.write('rdp/secret.rdp', Buffer.from(`${text}password 51:b:00AA\r\n`, 'utf16le'));
    const { leftOut } = await world.bring([world.at('from', 'rdp')]);
    const good = await world.profile('good');
    expect(Buffer.from(await world.library.keptFile(good, 'web-account'))).toEqual(Buffer.from(signed));
    expect((await world.profile('changed')).files).toEqual([]);
    expect((await world.profile('secret')).files).toEqual([]);
    expect(leftOut.filter(({ what }) => what === 'the signature').map(({ place }) => place)).toEqual([
      'rdp/changed.rdp',
      'rdp/secret.rdp',
    ]);
    expect(changesIn(await world.bring([world.at('from', 'rdp')]))).toContain('good: same');
  });

  it('uses a signed file no longer once it is signed no more where it came from', async () => {
    await world.bring([world.write('good.rdp', await signedRdpFile())]);
    await world.bring([world.write('good.rdp', 'full address:s:READY-01\nenablerdsaadauth:i:1\n')]);
    expect((await world.profile('good')).files).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('follows no link out of the folder, and none twice', async () => {
    world.write('outside/secret.rdp', 'full address:s:outside\n');
    world.write('rdp/in.rdp', 'full address:s:in\n');
    symlinkSync(world.at('from', 'outside'), world.at('from', 'rdp', 'out'));
    symlinkSync(world.at('from', 'outside', 'secret.rdp'), world.at('from', 'rdp', 'out.rdp'));
    symlinkSync('.', world.at('from', 'rdp', 'again'));
    symlinkSync('in.rdp', world.at('from', 'rdp', 'twice.rdp'));
    symlinkSync('nothing', world.at('from', 'rdp', 'lost.rdp'));
    const { profiles, leftOut } = await world.bring([world.at('from', 'rdp')]);
    expect(profiles.map(({ place }) => place)).toEqual(['rdp/in.rdp']);
    expect(leftOut.map(({ place, because }) => `${place}: ${because}`)).toEqual([
      'rdp/lost.rdp: It leads nowhere.',
      'rdp/out: It leads out of the folder.',
      'rdp/out.rdp: It leads out of the folder.',
    ]);
  });
});

it('takes nothing that was planted as a password, wherever it stood', async () => {
  const report = await world.bring([fixtures, world.write('careless.rdp', carelessRdpFile)]);
  expect(report.profiles.length).toBeGreaterThan(7);
  const everything = readdirSync(world.at('library'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(everything.join('\n')).not.toMatch(/PLANTED|D08C9DDF/);
  expect(JSON.stringify(report)).not.toMatch(/PLANTED|D08C9DDF/);
});

describe('paths that cannot be imported', () => {
  it('are told, and the others are imported', async () => {
    const { report, failed } = await importIntoLibrary({
      library: world.library,
      paths: [
        world.at('none.rdg'),
        world.write('good.rdp', 'full address:s:a\n'),
        world.write('bad.rdg', '<RDCMan><file></RDCMan>'),
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
    const { leftOut, profiles } = await world.bring([world.write('bad.rdg', content)]);
    expect(profiles).toEqual([]);
    expect(leftOut[0]?.because).toContain(because);
  });

  it('says so of an empty folder', async () => {
    expect((await world.bring([world.at('from')])).leftOut[0]?.because).toContain(
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
    const { profiles } = await world.bring([world.write('s.rdg', bytes)]);
    expect(profiles.map(({ name }) => name)).toEqual(['büro']);
  });
});
