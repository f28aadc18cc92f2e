import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openLibrary } from '../../../main/profiles/open-library';
import { verifyRdp } from '../../../main/rdp-files/signing/verify';
import { demoLibraryFolder } from '../../../main/settings/folders';
import { parseRdp, settingsIn } from '../../../shared/rdp/parse';
import { readBlob } from '../../../shared/rdp/signature/blob';
import { prepareToSign } from '../../../shared/rdp/signature/prepare';
import { makePublisher } from '../../support/publisher';
import { templateOf } from '../../support/templates';
import { temporaryFolder } from '../../support/temporary-folder';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const publisher = makePublisher({ name: 'Contoso Helpdesk' });

beforeAll(async () => {
  home = homeOfItsOwn();
  const pem = publisher.key.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(at('publisher.pem'), `${publisher.certificate.toString()}\n${String(pem)}`);
  const library = openLibrary(demoLibraryFolder());
  const finance = templateOf('finance', ['redirectclipboard:i:1', 'audiomode:i:2'], {
    name: 'Finance VMs',
    appliesTo: { level: 'tag', tag: 'department', value: 'finance' },
  });
  await library.save(finance, { basedOn: null });
});
afterAll(() => {
  home.remove();
});

const Done = z.object({
  written: z.number(),
  kept: z.number(),
  failed: z.number(),
  signed: z.boolean(),
  manifest: z.string(),
  manifestJson: z.string(),
  rows: z.array(
    z.object({
      line: z.number(),
      vm: z.string(),
      file: z.string().nullable(),
      problem: z.string().nullable(),
      asks: z.array(z.string()),
    }),
  ),
});

function listOf(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

const financeVms = ['ready-01', 'ready-long-resource-name-02', 'fin-sql-01', 'fin-app-01', 'fin-app-02'];

describe('a helpdesk’s batch', () => {
  const users = Array.from({ length: 40 }, (_, index) => `person${index}@contoso.example`);
  const words = (list: string) => [
    'profiles',
    '--demo',
    '--from',
    list,
    '--out',
    at('finance'),
    '--sign',
    at('publisher.pem'),
  ];

  it('signs 200 files into a folder a user, by the template of their tag', async () => {
    const rows = users.flatMap((user) => financeVms.map((vm) => `${vm},${user}`));
    const list = listOf('finance.csv', `vm,user\r\n${rows.join('\r\n')}\r\nno-such-vm,${users[0]}\r\n`);
    const { code, json } = await runJson(Done, ...words(list));
    expect({ code, written: json.written, failed: json.failed, signed: json.signed }).toEqual({
      code: 1,
      written: 200,
      failed: 1,
      signed: true,
    });
    expect(
      readdirSync(at('finance'), { withFileTypes: true }).filter((one) => one.isDirectory()),
    ).toHaveLength(40);
    const roots = { judgedBy: 'given-roots', certificates: [publisher.certificate] } as const;
    for (const { asks, file, problem } of json.rows) {
      if (problem !== null) continue;
      expect(asks).toEqual(['Clipboard']);
      const document = parseRdp(readFileSync(file ?? ''));
      expect(verifyRdp(document, roots)).toMatchObject({ valid: true, trusted: true });
    }
    const one = at('finance/person7@contoso.example/ready-long-resource-name-02.rdp');
    const settings = settingsIn(parseRdp(readFileSync(one))).map(({ name, value }) => `${name}=${value}`);
    expect(settings).toEqual(
      expect.arrayContaining(['full address=READY-02', 'username=person7@contoso.example', 'audiomode=2']),
    );
    expect(() => verifiedByOpenssl(readFileSync(one))).not.toThrow();
  });

  it('stays as it is when it is run again, and keeps its files in the library when asked to', async () => {
    const list = listOf('again.csv', `vm,user\nready-01,${users[0]}\nready-01,${users[1]}\n`);
    const { json } = await runJson(Done, ...words(list), '--keep');
    expect(json).toMatchObject({ written: 2, kept: 2, failed: 0 });
    const library = openLibrary(demoLibraryFolder());
    const { profiles } = await library.contents();
    expect(
      profiles.map(({ entry: { name, username, files } }) => ({ name, username, files: files.length })),
    ).toEqual([
      { name: `ready-01 · ${users[0]}`, username: users[0], files: 1 },
      { name: `ready-01 · ${users[1]}`, username: users[1], files: 1 },
    ]);
    const [first] = profiles;
    if (!first) throw new Error('Nothing was kept.');
    const kept = await library.keptFile(first.entry, 'web-account');
    expect(Buffer.from(kept).equals(readFileSync(json.rows[0]?.file ?? ''))).toBe(true);
  });

  it('makes files of the VMs that fit a filter, for everybody who is named', async () => {
    const filter = "tags.department =~ 'Finance' and name startswith 'fin-'";
    const who = ['--user', 'ada@contoso.example', '--user', 'lin@contoso.example'];
    const { code, json } = await runJson(
      Done,
      'profiles',
      '--demo',
      '--filter',
      filter,
      ...who,
      '--out',
      at('filtered'),
      '--layout',
      'zip-per-user',
    );
    expect({ code, written: json.written, signed: json.signed }).toEqual({
      code: 0,
      written: 6,
      signed: false,
    });
    expect(json.rows.map(({ vm }) => vm)).toEqual([
      'fin-app-01',
      'fin-app-01',
      'fin-app-02',
      'fin-app-02',
      'fin-sql-01',
      'fin-sql-01',
    ]);
    expect(new Set(json.rows.map(({ file }) => file))).toEqual(
      new Set([at('filtered/ada@contoso.example.zip'), at('filtered/lin@contoso.example.zip')]),
    );
  });

  it('shows a plan, and writes nothing of it', async () => {
    const list = listOf(
      'plan.csv',
      'vm,user,redirectprinters\nready-01,ada@contoso.example,1\nhr-files-01,,\nnobody,,\n',
    );
    const { code, stdout } = await run(
      'profiles',
      '--demo',
      '--from',
      list,
      '--out',
      at('planned'),
      '--plan',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('2 files of 3 rows, a folder for each user, 1 user.');
    expect(stdout).toContain(
      'Opening 1 file by the template finance: the dialog asks for Clipboard, Printers.',
    );
    expect(stdout).toContain('Opening 1 file without a template: the dialog asks to share nothing.');
    expect(stdout).toContain('  line 4  nobody  No virtual machine is called nobody');
    expect(readdirSync(folder)).not.toContain('planned');
    const { json } = await runJson(
      z.object({ ready: z.number(), layout: z.string() }),
      'profiles',
      '--demo',
      '--from',
      list,
      '--plan',
    );
    expect(json).toEqual({ ready: 2, layout: 'folder-per-user' });
  });
});

describe('what cannot be used', () => {
  const good = () => listOf('good.csv', 'vm\nready-01\n');

  it.each([
    ['no list', [], 64, '--from LIST.csv, or --filter CONDITION'],
    ['a list and a filter', ['--from', 'good.csv', '--filter', 'a'], 64, 'one of them'],
    ['a list that is not there', ['--from', 'missing.csv'], 64, 'does not exist'],
    ['a folder for a list', ['--from', '.'], 64, 'is a folder'],
    ['an unknown column', ['--from', 'typo.csv'], 64, 'did you mean “redirectclipboard”?'],
    ['passwords', ['--from', 'secret.csv'], 64, 'holds passwords or tokens'],
    ['a workbook', ['--from', 'book.xlsx'], 64, 'is a workbook'],
    ['a program', ['--from', 'binary.csv'], 64, 'is no text file'],
    ['an unknown template', ['--from', 'good.csv', '--template', 'finanse'], 64, 'Did you mean finance?'],
    ['a filter with a pipe', ['--filter', "name == 'a' | take 1"], 64, 'pipe'],
    ['a filter Azure refuses', ['--filter', "nam == 'a'"], 64, "named 'nam'. It is the condition"],
    ['a filter that nothing fits', ['--filter', "name == 'a'"], 1, 'fits the filter'],
    ['users beside a list', ['--from', 'good.csv', '--user', 'a@b.c'], 64, 'take --user out'],
    ['a certificate that is none', ['--from', 'good.csv', '--sign', 'good.csv'], 64, 'Nothing was signed'],
    ['signing with nothing', ['--from', 'good.csv', '--sign'], 64, '--cert FILE'],
    ['a template without a name', ['--from', 'good.csv', '--template', ''], 64, 'for --template is empty'],
    ['a user without a name', ['--filter', 'true', '--user', ''], 64, 'for --user is empty'],
    ['keeping without signing', ['--from', 'good.csv', '--keep'], 64, 'Only signed files are kept'],
  ])('%s is said before anything is written', async (_, words, code, message) => {
    good();
    listOf('typo.csv', 'vm,redirectclipbord\nready-01,1\n');
    listOf('secret.csv', 'vm,password\nready-01,hunter2\n');
    listOf('book.xlsx', 'PK\u0003\u0004');
    listOf('binary.csv', 'vm\n\0\u0001\u0002\n');
    const paths = words.map((word) => (/\.(csv|xlsx)$/.test(word) ? at(word) : word === '.' ? folder : word));
    const ended = await runJson(ErrorDocument, 'profiles', '--demo', '--out', at('never'), ...paths);
    expect(ended.code).toBe(code);
    expect(ended.json.error.message).toContain(message);
    expect(readdirSync(folder)).not.toContain('never');
  });

  it('a folder that no disk can keep is refused by name', async () => {
    const out = at('a'.repeat(300));
    const { code, json } = await runJson(ErrorDocument, 'profiles', '--demo', '--from', good(), '--out', out);
    expect({ code, message: json.error.message }).toEqual({
      code: 64,
      message: expect.stringContaining('Choose a shorter one') as string,
    });
  });

  it.each([[[]], [['--out', '']]])('a folder is needed: %j', async (out) => {
    const { code, json } = await runJson(ErrorDocument, 'profiles', '--demo', '--from', good(), ...out);
    expect({ code, message: json.error.message }).toEqual({
      code: 64,
      message: expect.stringContaining('--out FOLDER') as string,
    });
  });
});

function verifiedByOpenssl(signed: Uint8Array): void {
  const document = parseRdp(signed);
  const blob = readBlob(settingsIn(document).find(({ name }) => name === 'signature')?.value ?? '');
  if (!('der' in blob)) throw new Error(blob.found);
  writeFileSync(at('message.bin'), prepareToSign(document).message, 'utf16le');
  writeFileSync(at('signature.der'), blob.der);
  const words = [
    'cms',
    '-verify',
    '-inform',
    'DER',
    '-in',
    at('signature.der'),
    '-content',
    at('message.bin'),
    '-binary',
    '-noverify',
    '-out',
    '/dev/null',
  ];
  execFileSync('openssl', words, { stdio: 'pipe' });
}
