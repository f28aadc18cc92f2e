import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../support/temporary-folder';
import { profile, put, template } from '../profiles/support';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => {
  home.remove();
});

let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'library');
});

const library = (...words: string[]) => run('library', ...words, '--library', folder);
const inJson = <Schema extends z.ZodType>(schema: Schema, ...words: string[]) =>
  runJson(schema, 'library', ...words, '--library', folder);
const refusal = async (...words: string[]) => {
  const { code, json } = await inJson(ErrorDocument, ...words);
  return { code, message: json.error.message };
};
const set = (...words: string[]) => library('set', ...words);

describe('library set', () => {
  it('makes a template, shows what changes, and writes nothing with --plan', async () => {
    const words = [
      'finance',
      '--level',
      'tag',
      '--tag',
      'department=finance',
      '--setting',
      'redirectclipboard:i:1',
    ];
    const plan = await set(...words, '--plan');
    expect(plan.stdout).toBe(
      [
        'Would make the template “finance” (finance):',
        '  + name: finance',
        '  + for whom: tag department = finance',
        '  + redirectclipboard:i:1',
        '',
      ].join('\n'),
    );
    expect((await library('list')).stdout).toContain('0 templates');
    expect((await set(...words)).stdout).toContain('Made the template “finance”');
    const changed = await set(
      'finance',
      '--name',
      'Finance VMs',
      '--setting',
      'redirectclipboard:i:0',
      '--setting',
      'audiomode:i:2',
    );
    expect(changed.stdout).toBe(
      [
        'Changed the template “Finance VMs” (finance):',
        '  ~ name: finance → Finance VMs',
        '  ~ redirectclipboard:i:1 → redirectclipboard:i:0',
        '  + audiomode:i:2',
        '',
      ].join('\n'),
    );
    expect((await set('finance', '--name', 'Finance VMs')).stdout).toContain('Nothing changes');
    const removed = await set('finance', '--remove-setting', 'AudioMode', '--route', 'password');
    expect(removed.stdout).toContain('  - audiomode:i:2');
    const file: unknown = JSON.parse(await readFile(join(folder, 'templates/finance.json'), 'utf8'));
    expect(file).toMatchObject({
      name: 'Finance VMs',
      appliesTo: { level: 'tag', tag: 'department', value: 'finance' },
      route: 'password',
      settings: ['redirectclipboard:i:0'],
    });
  });

  it.each([
    ['an address', ['--setting', 'full address:s:evil'], 'full address'],
    ['who connects', ['--setting', 'username:s:eve@x.example'], 'username'],
    ['the way to sign in', ['--setting', 'enablerdsaadauth:i:1'], 'enablerdsaadauth'],
    ['a signature', ['--setting', 'signature:s:AQAB'], 'signature'],
    ['a password', ['--setting', 'password 51:b:aabb'], 'secret'],
    ['a value that is none', ['--setting', 'redirectclipboard:i:7'], 'redirectclipboard'],
    ['a type that is not its', ['--setting', 'redirectclipboard:s:1'], 'type'],
    ['what is no setting', ['--setting', 'nonsense'], 'name:type:value'],
    ['a setting it does not have', ['--remove-setting', 'audiomode'], 'audiomode'],
    ['a template that is not there', ['--inherits', 'gone'], 'gone'],
    ['itself', ['--inherits', 'new'], 'ring'],
    ['a level without its place', ['--level', 'tenant'], '--tenant-id'],
    ['a place without a level', ['--tag', 'a=b'], '--level'],
    ['a place of another level', ['--level', 'organisation', '--tag', 'a=b'], 'no use for --tag'],
    ['an id that is none', ['--level', 'tenant', '--tenant-id', 'contoso'], 'tenantId'],
    ['a name without letters', ['--name', ' '], 'name'],
  ])('refuses %s by name', async (_, words, told) => {
    const { code, message } = await refusal('set', 'new', ...words);
    expect(message).toContain(told);
    expect(code).toBe(64);
    expect((await library('list')).stdout).toContain('0 templates');
  });

  it.each([
    ['Finance VMs', 'finance-vms'],
    ['../evil', 'evil'],
    ['con', 'entry-con'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('refuses the id %s, and proposes one', async (id, proposed) => {
    const { code, message } = await refusal('set', id);
    expect(code).toBe(64);
    expect(message).toContain(`Take ${proposed},`);
  });

  it('refuses to write over a file that cannot be used', async () => {
    await put(folder, 'templates/finance.json', '<<<<<<< HEAD\n{}\n>>>>>>> x');
    expect(await refusal('set', 'finance')).toMatchObject({
      code: 1,
      message: expect.stringContaining('<<<<<<<'),
    });
  });
});

describe('library show', () => {
  beforeEach(async () => {
    await set('everybody', '--level', 'organisation', '--setting', 'redirectclipboard:i:1');
    await set(
      'finance',
      '--inherits',
      'everybody',
      '--setting',
      'redirectclipboard:i:0',
      '--setting',
      'audiomode:i:2',
    );
  });
  const Shown = z.object({
    warnings: z.array(z.string()),
    settings: z.array(
      z.object({
        name: z.string(),
        value: z.string().nullable(),
        origin: z.looseObject({ kind: z.string() }),
        instead: z.array(z.object({ value: z.string(), origin: z.looseObject({ kind: z.string() }) })),
      }),
    ),
  });

  it('says of a template’s settings where they come from', async () => {
    const { json } = await inJson(Shown, 'show', 'finance');
    expect(json.settings).toMatchObject([
      {
        name: 'redirectclipboard',
        value: '0',
        origin: { kind: 'template', id: 'finance' },
        instead: [{ value: '1', origin: { id: 'everybody', level: 'organisation' } }],
      },
      { name: 'audiomode', value: '2', instead: [] },
    ]);
  });

  it('says it of a profile’s whole file, keeps secrets to itself, and warns of what a person would be refused', async () => {
    await put(
      folder,
      'profiles/web-01.json',
      JSON.stringify({
        ...profile('web-01', { name: 'Web 1', address: 'web-01', template: 'finance' }),
        settings: ['password 51:b:deadbeef', 'audiomode:i:9', 'full address:s:evil'],
      }),
    );
    const { code, stdout, stderr } = await library('show', 'web 1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^redirectclipboard +“0” +template finance \(named\) +“1” \(template everybody/m);
    expect(stdout).toMatch(/^full address +“web-01” +the connection/m);
    expect(stderr).toContain('audiomode');
    expect(stderr).toContain('“full address” follows from');
    const json = await library('show', 'web-01', '--json');
    for (const text of [stdout, stderr, json.stdout]) expect(text).not.toContain('deadbeef');
  });

  it('says which templates of tags are not in a profile’s file, and how to see them', async () => {
    const vmId =
      '/subscriptions/11111111-aaaa-4000-a000-000000000001/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/ready-01';
    await set('sap', '--level', 'tag', '--tag', 'sap');
    const bound = profile('ready-01', { vmId, computerName: 'ready-01' });
    await put(folder, 'profiles/ready-01.json', JSON.stringify(bound));
    const { json } = await inJson(Shown.extend({ byTags: z.array(z.string()) }), 'show', 'ready-01');
    expect(json.byTags).toEqual(['sap']);
    const told = `only Azure knows the tags of the VM: sap. With them: entra-rdp library show "${vmId}"`;
    expect(json.warnings).toEqual([expect.stringContaining(told)]);
    expect((await library('show', 'ready-01')).stderr).toContain(told);
  });

  it('says that a finished file is kept, which may say something else', async () => {
    const files = [{ route: 'password', file: 'web.password.0123456789ab.rdp' }];
    await put(folder, 'profiles/web.json', JSON.stringify(profile('web', { address: 'web-01', files })));
    expect((await library('show', 'web')).stderr).toContain(
      `it keeps a finished file, which is used as it is and may say something else: entra-rdp rdp show "${join(folder, 'files', 'web.password.0123456789ab.rdp')}"`,
    );
  });

  it('asks Azure where the library has no such entry', async () => {
    const { code, json } = await runJson(Shown, 'library', 'show', 'ready-01', '--demo', '--library', folder);
    expect(code).toBe(0);
    expect(json.settings.find(({ name }) => name === 'redirectclipboard')).toMatchObject({
      value: '1',
      origin: { kind: 'template', id: 'everybody' },
      instead: [{ value: '0', origin: { kind: 'product' } }],
    });
  });

  it('asks which of a template and a profile of one name is meant', async () => {
    await put(folder, 'profiles/finance.json', JSON.stringify(profile('finance', { address: 'x' })));
    expect(await refusal('show', 'finance')).toMatchObject({
      code: 64,
      message: expect.stringContaining('templates/finance or profiles/finance'),
    });
    expect((await library('show', 'profiles/finance')).stdout).toContain('full address');
  });
});

describe('a profile of the library that Azure does not know', () => {
  const Outside = z.object({
    vm: z.object({ name: z.string() }),
    target: z.looseObject({ address: z.string() }),
  });
  const looked = async (name: string) =>
    (await runJson(Outside, 'preflight', name, '--demo', '--library', folder)).json.target.address;

  it('is found by its id before another’s name, and by its own name', async () => {
    await put(
      folder,
      'profiles/old-01.json',
      JSON.stringify(profile('old-01', { address: 'one.old.example' })),
    );
    await put(
      folder,
      'profiles/old-02.json',
      JSON.stringify(profile('old-02', { name: 'old-01', address: 'two.old.example' })),
    );
    await put(
      folder,
      'profiles/old-03.json',
      JSON.stringify(profile('old-03', { name: 'Old, of Ada', address: 'three.old.example' })),
    );
    expect(await looked('OLD-01')).toBe('one.old.example');
    expect(await looked('Old, of Ada')).toBe('three.old.example');
    expect((await runJson(ErrorDocument, 'preflight', 'old-04', '--demo', '--library', folder)).code).toBe(1);
  });
});

describe('library remove', () => {
  it('sets an entry aside, and keeps a template that others name', async () => {
    await set('finance');
    await put(folder, 'profiles/web-01.json', JSON.stringify(profile('web-01', { template: 'finance' })));
    expect(await refusal('remove', 'finance')).toMatchObject({
      code: 1,
      message: expect.stringContaining('profiles/web-01'),
    });
    expect((await library('remove', 'web-01')).code).toBe(0);
    expect((await library('remove', 'finance')).code).toBe(0);
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(2);
    expect(await refusal('remove', 'finance')).toMatchObject({ code: 1 });
  });

  it('says how to insist, and then who cannot be used', async () => {
    await set('finance');
    await put(folder, 'profiles/web-01.json', JSON.stringify(profile('web-01', { template: 'finance' })));
    expect((await library('remove', 'finance')).stderr).toContain('--anyway');
    expect(await library('remove', 'finance', '--anyway')).toMatchObject({
      code: 0,
      stderr: 'Still name it, and cannot be used until they do not: profiles/web-01.\n',
    });
  });

  it('takes several, all of them or none, each by its own line', async () => {
    await set('finance');
    await put(folder, 'templates/ring.json', JSON.stringify(template('ring', { inherits: 'ring' })));
    await put(folder, 'profiles/web-01.json', JSON.stringify(profile('web-01', { template: 'finance' })));
    const all = ['finance', 'ring', 'web-01', 'WEB-01'];
    expect(await refusal('remove', 'finance', 'gone', 'web-01', 'lost')).toMatchObject({
      code: 1,
      message: expect.stringMatching(/“gone”.*“lost”/),
    });
    expect((await library('remove', ...all, '--plan')).stdout).toBe(
      'Would remove the template “finance”.\nWould remove the template “ring”.\nWould remove the profile “web-01”.\n',
    );
    expect(await refusal('remove', 'finance', 'ring', '--plan')).toMatchObject({
      code: 1,
      message: expect.stringContaining('Nothing was removed. “finance” was not removed'),
    });
    expect((await library('list')).stdout).toContain('2 templates');
    expect(await library('remove', 'finance', 'ring', '--anyway', '--plan')).toMatchObject({
      code: 0,
      stderr: 'Still name finance, and cannot be used until they do not: profiles/web-01.\n',
    });
    const Row = z.object({ removed: z.object({ id: z.string() }), namedBy: z.array(z.string()) });
    const { code, json } = await inJson(z.object({ rows: z.array(Row) }), 'remove', ...all);
    expect(code).toBe(0);
    expect(json.rows.map(({ removed }) => removed.id)).toEqual(['finance', 'ring', 'web-01']);
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(3);
  });
});

describe('library check', () => {
  it('is content with what can be used, and ends with 1 for what cannot', async () => {
    expect(await library('check')).toMatchObject({ code: 0 });
    await set('finance', '--setting', 'redirectclipboard:i:1');
    await put(folder, 'profiles/web-01.json', '{"settings":{"audiomode":9},"template":"finance"}');
    const warned = await library('check');
    expect(warned).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('all of 2 entries can be used'),
    });
    expect(warned.stdout).toContain('! profiles/web-01: “audiomode”');

    await put(folder, 'profiles/web-03.json', '{"address":"web 03"}');
    await put(folder, 'profiles/web-04.json', '{"address":"web-04","username":"a:b"}');
    const leads = (await library('check')).stdout;
    expect(leads).toContain('! profiles/web-03: “web 03” is neither a host name nor an IP address.');
    expect(leads).toContain('! profiles/web-04: “a:b” is not a user name like user@domain.com.');

    await put(folder, 'templates/finance (1).json', JSON.stringify(template('finance')));
    await put(folder, 'templates/ring.json', JSON.stringify(template('ring', { inherits: 'ring' })));
    await put(folder, 'profiles/web-02.json', '{"template":"gone"}');
    const schema = z.object({
      problems: z.array(z.object({ file: z.string(), kind: z.string() })),
      broken: z.array(z.object({ kind: z.string(), id: z.string(), because: z.string() })),
    });
    const { code, json } = await inJson(schema, 'check');
    expect(code).toBe(1);
    expect(json.problems).toMatchObject([{ file: 'templates/finance (1).json', kind: 'conflict' }]);
    expect(json.broken.map(({ id }) => id)).toEqual(['ring', 'web-02']);
  });

  it('is mended by settle', async () => {
    await set('finance');
    await put(folder, 'templates/finance (1).json', JSON.stringify(template('finance', { name: 'Copy' })));
    expect(await refusal('settle', 'templates/other.json', '--keep', 'copy')).toMatchObject({ code: 1 });
    expect(await refusal('settle', 'templates/finance (1).json')).toMatchObject({ code: 64 });
    expect(await library('settle', 'templates/finance (1).json', '--keep', 'copy')).toMatchObject({
      code: 0,
    });
    expect(await library('check')).toMatchObject({ code: 0 });
    expect((await library('list', '--filter', 'copy')).stdout).toContain('finance');
  });
});

it('library export and import take a library along', async () => {
  await set('finance', '--setting', 'redirectclipboard:i:1');
  const zip = join(folder, '../library.zip');
  expect(await library('export', zip)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 template and 0'),
  });
  const other = join(folder, '../other');
  const imported = await run('library', 'import', zip, '--library', other);
  expect(imported).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Imported 0 profiles and 1 template'),
  });
  expect(await refusal('import', join(folder, 'gone.zip'))).toMatchObject({
    code: 1,
    message: expect.stringContaining('gone.zip'),
  });
});

it('library list of a folder that is none is refused', async () => {
  await put(folder, '../file', '');
  const { code, json } = await runJson(
    ErrorDocument,
    'library',
    'list',
    '--library',
    join(folder, '../file'),
  );
  expect(code).toBe(1);
  expect(json.error.message).toContain('is no folder');
});
