import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ruleIds } from '../../../shared/rdp/lint/rule-id';
import { temporaryFolder } from '../../support/temporary-folder';
import { ErrorDocument, run, runJson } from './run';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const at = (name: string, content?: string | Uint8Array) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};
const text = (path: string) => readFileSync(path, 'utf8');

const Linted = z.object({
  file: z.string(),
  encoding: z.enum(['utf-16le', 'utf-16be', 'utf-8', 'windows-1252']),
  findings: z.array(
    z.object({
      rule: z.enum(ruleIds),
      severity: z.enum(['high', 'medium', 'low', 'info']),
      line: z.int().min(1),
      found: z.string(),
      help: z.string(),
    }),
  ),
});

const planted =
  '\ufefffull address:s:10.0.0.4\r\nenablerdsaadauth:i:1\r\nalternate full address:s:evil\r\ndrivestoredirect:s:*\r\nfull address:s:two\r\n';

describe('rdp lint', () => {
  it('finds what was planted, and ends with 1', async () => {
    const file = at('l.rdp', planted);
    const { code, json } = await runJson(Linted, 'rdp', 'lint', file);
    expect([code, json.file, json.encoding]).toEqual([1, file, 'utf-8']);
    expect(json.findings.map(({ rule, line }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['web-account-needs-a-name', 1],
        ['address-mismatch', 3],
        ['shares-drives', 4],
        ['duplicate-setting', 5],
        ['encoding', 1],
      ]),
    );
  });

  it('ends with 0 where nothing is high, and prints what it found', async () => {
    const file = at('a.rdp', 'full address:s:web-01\nredirectclipboard:i:1\n');
    const { code, stdout } = await run('rdp', 'lint', file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/a\.rdp {2}UTF-8: 1 medium, 1 low/);
    expect(stdout).toMatch(/medium line 2 .*\[shares-clipboard\]/);
  });

  it('takes several files, and goes on after one it cannot read', async () => {
    const [good, missing] = [at('a.rdp', 'full address:s:web-01\n'), at('missing.rdp')];
    const schema = z.object({
      files: z.tuple([z.object({ error: z.object({ code: z.string() }) }), Linted]),
    });
    const { code, json } = await runJson(schema, 'rdp', 'lint', missing, good);
    expect([code, json.files[0].error.code, json.files[1].file]).toEqual([1, 'not-found', good]);
  });

  it('prints SARIF, alone on stdout', async () => {
    const { code, stdout } = await run('rdp', 'lint', '--sarif', at('l.rdp', planted));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Entra RDP' } } }],
    });
  });

  it('judges by the policies of the PC, where there are any', async () => {
    const { code, stderr } = await run(
      'rdp',
      'lint',
      '--this-pc',
      '--demo',
      at('a.rdp', 'full address:s:web-01\n'),
    );
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('rdp show', () => {
  it('counts a line as one', async () => {
    const { stdout } = await run('rdp', 'show', at('one.rdp', 'full address:s:web-01\r\n'));
    expect(stdout).toContain('UTF-8, 1 line, not signed');
  });

  it('says what each line means, and shows no password', async () => {
    const file = at('a.rdp', 'full address:s:web-01\naudiomode:i:2\npassword:s:hunter2\nfrobnicate:s:x\n');
    const { code, stdout } = await run('rdp', 'show', file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/2 {2}audiomode +“2” {2}do not play/);
    expect(stdout).toMatch(/\(a secret, not shown\)/);
    expect(stdout).not.toMatch(/hunter2/);
  });
});

describe('rdp set', () => {
  it('changes a setting in place, and nothing else', async () => {
    const file = at('a.rdp', '# mine\nFull Address:s:old\r\nx:s:y');
    chmodSync(file, 0o644);
    const { code } = await run('rdp', 'set', file, 'full address:s:new', 'audiomode:i:2');
    expect([code, text(file)]).toEqual([0, '# mine\nFull Address:s:new\r\nx:s:y\r\naudiomode:i:2\r\n']);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('644');
    expect(readdirSync(folder)).toEqual(['a.rdp']);
  });

  it('writes elsewhere, and leaves the file as it is', async () => {
    const [file, out] = [at('a.rdp', 'full address:s:old\n'), at('b.rdp')];
    const { json } = await runJson(
      z.object({ file: z.string(), signature: z.string() }),
      'rdp',
      'set',
      file,
      '--remove',
      'full address',
      'username:s:ada',
      '--out',
      out,
    );
    expect([json.file, text(file), text(out)]).toEqual([out, 'full address:s:old\n', 'username:s:ada\n']);
  });

  it('follows a link to the file, which stays a link', async () => {
    const file = at('a.rdp', 'full address:s:old\n');
    const link = at('link.rdp');
    symlinkSync(file, link);
    await run('rdp', 'set', link, 'full address:s:new');
    expect([text(file), lstatSync(link).isSymbolicLink()]).toEqual(['full address:s:new\n', true]);
  });

  it('takes a signature out that it breaks, and says so', async () => {
    const file = at('a.rdp', 'full address:s:a\nsignscope:s:Full Address\nsignature:s:AQAB\n');
    const { stderr } = await run('rdp', 'set', file, 'full address:s:b');
    expect([text(file), stderr]).toEqual([
      'full address:s:b\n',
      expect.stringMatching(/signature was taken out/),
    ]);
  });

  it.each([
    ['nothing to change', [], /Say what to change/],
    ['what is no setting', ['full address'], /Write name:type:value/],
    ['a value there is not', ['audiomode:i:9'], /takes 0 \(play here\)/],
  ])('refuses %s, and leaves the file', async (_, settings, message) => {
    const file = at('a.rdp', 'full address:s:a\n');
    const { code, stderr } = await run('rdp', 'set', file, ...settings);
    expect([code, stderr, text(file)]).toEqual([64, expect.stringMatching(message), 'full address:s:a\n']);
  });
});

describe('rdp convert', () => {
  it('writes what Windows writes, unless asked otherwise', async () => {
    const file = at('a.rdp', 'full address:s:büro\n');
    expect((await run('rdp', 'convert', file, '--line-ends', 'crlf')).code).toBe(0);
    expect(readFileSync(file)).toEqual(Buffer.from('\ufefffull address:s:büro\r\n', 'utf16le'));
    expect((await run('rdp', 'convert', file, '--encoding', 'utf-8')).code).toBe(0);
    expect(text(file)).toBe('full address:s:büro\r\n');
  });

  it('does not lose bytes in place', async () => {
    const torn = Buffer.from('\ufefffull address:s:a\r\n', 'utf16le').subarray(0, -1);
    const [file, out] = [at('a.rdp', torn), at('b.rdp')];
    expect((await run('rdp', 'convert', file)).code).toBe(64);
    expect(readFileSync(file)).toEqual(torn);
    expect((await run('rdp', 'convert', file, '--out', out)).stderr).toMatch(/no text/);
  });
});

describe('a file that cannot be read', () => {
  const isRoot = process.getuid?.() === 0;
  const bad: [string, (path: string) => void, string, number, RegExp][] = [
    ['one that is missing', () => undefined, 'not-found', 1, /there is no such file/],
    ['a folder', (path) => mkdirSync(path), 'invalid-request', 64, /it is a folder/],
    [
      'a link that leads to itself',
      (path) => symlinkSync(path, path),
      'unreadable',
      1,
      /links lead in a circle/,
    ],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'unreadable', 1, /no ordinary file/],
    [
      '1 GB',
      (path) => {
        writeFileSync(path, 'full address:s:a\n');
        truncateSync(path, 1024 ** 3);
      },
      'unreadable',
      1,
      /1,073,741,824 bytes/,
    ],
    [
      'a program',
      (path) => writeFileSync(path, readFileSync('/bin/true')),
      'unreadable',
      1,
      /bytes that are no text/,
    ],
    [
      'NULs alone',
      (path) => writeFileSync(path, new Uint8Array(5000)),
      'unreadable',
      1,
      /bytes that are no text/,
    ],
    [
      'a line without end',
      (path) => writeFileSync(path, 'x'.repeat(70_000)),
      'unreadable',
      1,
      /a\.rdp: .*line 1 has more/,
    ],
  ];

  it.each(bad)('%s', async (_, make, code, exitCode, message) => {
    const file = at('a.rdp');
    make(file);
    for (const action of [['lint'], ['show'], ['convert']]) {
      const { code: ended, json } = await runJson(ErrorDocument, 'rdp', ...action, file);
      expect([ended, json.error.code, json.error.message]).toEqual([
        exitCode,
        code,
        expect.stringMatching(message),
      ]);
    }
    expect((await run('rdp', 'set', file, 'audiomode:i:2')).code).toBe(exitCode);
  });

  it.skipIf(isRoot)('one this account may not read', async () => {
    const file = at('a.rdp', 'full address:s:a\n');
    chmodSync(file, 0);
    const { code, json } = await runJson(ErrorDocument, 'rdp', 'lint', file);
    expect([code, json.error.code]).toEqual([77, 'access-denied']);
  });
});

describe('profile --set', () => {
  const Profile = z.object({ file: z.string(), warnings: z.array(z.string()) });

  it('puts settings in place of ours, and warns of what they share', async () => {
    const out = at('p.rdp');
    const { json } = await runJson(
      Profile,
      'profile',
      'ready-01',
      '--demo',
      '--route',
      'web-account',
      '--out',
      out,
      '--set',
      'redirectclipboard:i:1',
      '--set',
      'drivestoredirect:s:*',
    );
    const written = readFileSync(out).toString('utf16le');
    expect(written).toMatch(/\r\nredirectclipboard:i:1\r\ndrivestoredirect:s:\*\r\n/);
    expect(json.warnings.join(' ')).toMatch(/Shares local drives.*Shares the clipboard/);
  });

  it('refuses a value there is not, before anything is asked', async () => {
    const { code, json } = await runJson(
      ErrorDocument,
      'profile',
      'ready-01',
      '--demo',
      '--out',
      at('p.rdp'),
      '--set',
      'audiomode:i:9',
    );
    expect([code, json.error.message]).toEqual([64, expect.stringMatching(/takes 0 \(play here\)/)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
