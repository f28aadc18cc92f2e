import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileSystem } from '../../../../main/rdp-files/file-system';
import { signFiles } from '../../../../main/rdp-files/signing/sign-files';
import { createStoreSigner, rdpsignCommand } from '../../../../main/rdp-files/signing/sign-with-store';
import { createSigner, type RdpSigner } from '../../../../main/rdp-files/signing/signer';
import { verifyRdp } from '../../../../main/rdp-files/signing/verify';
import { AppError } from '../../../../shared/errors/app-error';
import { parseRdp } from '../../../../shared/rdp/parse';
import { identityOf, makePublisher } from '../../../support/publisher';
import { temporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let sign: RdpSigner;
const { signal } = new AbortController();
const at = (...names: string[]) => join(folder, ...names);

beforeAll(() => {
  sign = createSigner(identityOf(makePublisher({ name: 'Publisher' })));
});
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('a.rdp'), 'full address:s:vm-a\nusername:s:ada@contoso.example\n');
  writeFileSync(at('b.rdp'), 'full address:s:vm-b\nfull address:s:evil\n');
  writeFileSync(at('c.rdp'), '\ufefffull address:s:vm-ü\r\n');
});

const isValid = (path: string) =>
  verifyRdp(parseRdp(readFileSync(path)), { judgedBy: 'given-roots', certificates: [] }).valid;

it('signs in place as Windows would write it, and one bad file does not stop the others', async () => {
  const rows = await signFiles([at('a.rdp'), at('b.rdp'), at('missing.rdp'), at('c.rdp')], { sign, signal });
  expect(rows.map(({ out }) => out)).toEqual([at('a.rdp'), null, null, at('c.rdp')]);
  expect(rows.map(({ problem }) => problem?.code)).toEqual([
    undefined,
    'invalid-request',
    'not-found',
    undefined,
  ]);
  expect(rows[1]?.problem?.message).toContain('“full address” is there more than once (lines 1, 2)');
  const bytes = readFileSync(at('a.rdp'));
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  const lines = bytes.subarray(2).toString('utf16le').split('\r\n');
  expect(lines.slice(0, 4)).toEqual([
    'full address:s:vm-a',
    'username:s:ada@contoso.example',
    'alternate full address:s:vm-a',
    'signscope:s:Full Address,Alternate Full Address',
  ]);
  expect(isValid(at('a.rdp')) && isValid(at('c.rdp'))).toBe(true);
  expect(readFileSync(at('b.rdp'), 'utf8')).toBe('full address:s:vm-b\nfull address:s:evil\n');
});

it('signs again what was signed, with one signature', async () => {
  await signFiles([at('a.rdp')], { sign, signal });
  const once = readFileSync(at('a.rdp'));
  await signFiles([at('a.rdp')], { sign, signal });
  expect(readFileSync(at('a.rdp')).equals(once)).toBe(true);
});

it('leaves the original where it was with a folder for the signed ones', async () => {
  const rows = await signFiles([at('a.rdp')], { sign, signal, out: at('signed', 'deep') });
  expect(rows[0]?.out).toBe(at('signed', 'deep', 'a.rdp'));
  expect(isValid(at('signed', 'deep', 'a.rdp'))).toBe(true);
  expect(readFileSync(at('a.rdp'), 'utf8')).toContain('vm-a\n');
});

it('gives one file the name that was asked for, and refuses it for several', async () => {
  const out = at('new.rdp');
  const [row] = await signFiles([at('a.rdp')], { sign, signal, out });
  expect(row?.out).toBe(out);
  expect(isValid(out)).toBe(true);
  await expect(signFiles([at('a.rdp'), at('c.rdp')], { sign, signal, out })).rejects.toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('Give a folder.'),
  });
  mkdirSync(at('folder.rdp'));
  const [inside] = await signFiles([at('a.rdp')], { sign, signal, out: at('folder.rdp') });
  expect(inside?.out).toBe(at('folder.rdp', 'a.rdp'));
});

it('is refused a file for a folder', async () => {
  writeFileSync(at('plain'), '');
  for (const out of [at('plain'), at('plain', 'below')]) {
    await expect(signFiles([at('a.rdp')], { sign, signal, out })).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('a file stands where its folder should be'),
    });
  }
});

it('does not write two files of one name over each other', async () => {
  mkdirSync(at('other'));
  writeFileSync(at('other', 'A.rdp'), 'full address:s:vm-z\n');
  const rows = await signFiles([at('a.rdp'), at('other', 'A.rdp')], {
    sign,
    signal,
    out: at('signed'),
  });
  expect(rows[1]?.problem?.message).toContain('has the same name');
  expect(readdirSync(at('signed'))).toEqual(['a.rdp']);
});

it.runIf(process.platform !== 'win32')('keeps who may read a file, and a link a link', async () => {
  chmodSync(at('a.rdp'), 0o644);
  symlinkSync(at('a.rdp'), at('link.rdp'));
  await signFiles([at('link.rdp')], { sign, signal });
  expect(lstatSync(at('link.rdp')).isSymbolicLink()).toBe(true);
  expect(statSync(at('a.rdp')).mode & 0o777).toBe(0o644);
  expect(isValid(at('a.rdp'))).toBe(true);
});

it.each(['write', 'sync'] as const)('keeps the original when the disk is full at its %s', async (step) => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const files: typeof fileSystem = {
    ...fileSystem,
    create: async (path) => ({
      ...(await fileSystem.create(path)),
      [step]: () => Promise.reject(full),
    }),
  };
  const before = readFileSync(at('a.rdp'));
  const rows = await signFiles([at('a.rdp')], { sign, signal, files });
  expect(rows[0]).toMatchObject({ out: null, problem: { code: 'disk-full' } });
  expect(readFileSync(at('a.rdp')).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['a.rdp', 'b.rdp', 'c.rdp']);
});

it('ends when it is told to, with what was done whole', async () => {
  const cancel = new AbortController();
  const paths = Array.from({ length: 60 }, (_, index) => at(`${index}.rdp`));
  for (const path of paths) writeFileSync(path, 'full address:s:vm\n');
  const signing = signFiles(paths, { sign, signal: cancel.signal, onSigned: () => cancel.abort() });
  await expect(signing).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

describe("Windows' own signer", () => {
  const thumbprint = 'c8 d7 5a b1 a5 ca 8f 42 b1 78 80 f2 5e 49 87 98 a1 f7 31 13';
  const systemRoot = 'C:\\Windows';

  it('is started with an argument array, the thumbprint without its blanks', () => {
    expect(rdpsignCommand({ thumbprint, file: 'C:\\a b.rdp', systemRoot })).toEqual([
      'C:\\Windows\\System32\\rdpsign.exe',
      '/sha1',
      'C8D75AB1A5CA8F42B17880F25E498798A1F73113',
      '/q',
      'C:\\a b.rdp',
    ]);
    expect(rdpsignCommand({ thumbprint: 'AB'.repeat(32), file: 'C:\\a.rdp', systemRoot })[1]).toBe('/sha256');
    expect(() => rdpsignCommand({ thumbprint: 'C8D7 & calc', file: '', systemRoot })).toThrow(
      'is no thumbprint',
    );
  });

  const answer = (exitCode: number) => ({ exitCode, stdout: new Uint8Array(), stderr: new Uint8Array() });

  it('signs a copy, which is judged before it takes the place', async () => {
    const store = createStoreSigner(
      async (_program, words) => {
        const file = words.at(-1) ?? '';
        writeFileSync(file, (await sign(parseRdp(readFileSync(file)))).bytes);
        return answer(0);
      },
      { thumbprint, systemRoot },
      signal,
    );
    const rows = await signFiles([at('a.rdp')], { sign: store, signal });
    expect(rows[0]).toMatchObject({ out: at('a.rdp'), problem: null });
    expect(isValid(at('a.rdp'))).toBe(true);
  });

  it.each([
    ['it refuses', () => Promise.resolve(answer(1)), 'client-failed', /exit code 1/],
    [
      'it leaves no signature',
      () => Promise.resolve(answer(0)),
      'client-failed',
      /signature that does not hold/,
    ],
    [
      'it is not there',
      () => Promise.reject(new AppError('unreadable', 'it is not there')),
      'not-here',
      /Home editions/,
    ],
  ])('leaves the file alone when %s', async (_, run, code, message) => {
    const before = readFileSync(at('a.rdp'));
    const store = createStoreSigner(run, { thumbprint, systemRoot }, signal);
    const rows = await signFiles([at('a.rdp')], { sign: store, signal });
    expect(rows[0]?.problem).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(readFileSync(at('a.rdp')).equals(before)).toBe(true);
  });
});
