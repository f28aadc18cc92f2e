import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type IdentityFiles, readIdentity } from '../../../../main/rdp-files/signing/identity';
import { type MadeCertificate, makePublisher } from '../../../support/publisher';
import { temporaryFolder } from '../../../support/temporary-folder';

const folder = temporaryFolder();

const at = (name: string) => join(folder, name);
const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe', cwd: folder });
const never = () => Promise.reject(new Error('No password should be asked for.'));
const password = 'pass wörd 密';
const read = (files: IdentityFiles, given: string | null = null) =>
  readIdentity(files, given === null ? never : () => Promise.resolve(given));

let root: MadeCertificate;
let middle: MadeCertificate;
let publisher: MadeCertificate;

function save(name: string, { certificate, key }: MadeCertificate): void {
  writeFileSync(at(`${name}.pem`), certificate.toString());
  writeFileSync(at(`${name}.key`), key.export({ type: 'pkcs8', format: 'pem' }));
}

beforeAll(() => {
  root = makePublisher({ name: 'Root', isAuthority: true, uses: [] });
  middle = makePublisher({ name: 'Middle', isAuthority: true, uses: [], issuer: root });
  publisher = makePublisher({ name: 'Publisher', issuer: middle });
  save('publisher', publisher);
  writeFileSync(at('chain.pem'), root.certificate.toString() + middle.certificate.toString());
});

describe('a PFX', () => {
  const exported = (name: string, secret: string, ...options: string[]) => {
    writeFileSync(at('secret'), `${secret}\n`);
    openssl(
      'pkcs12',
      '-export',
      '-in',
      'publisher.pem',
      '-inkey',
      'publisher.key',
      '-certfile',
      'chain.pem',
      '-out',
      name,
      '-passout',
      'file:secret',
      ...options,
    );
    return { certificate: at(name) };
  };

  it.each([
    ['of today: PBES2, AES-256', []],
    ['with AES-128 and SHA-384', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha384']],
    [
      'as Windows writes it: Triple DES',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['of old Windows: 40-bit RC2', ['-legacy']],
    ['without a MAC', ['-nomac']],
    ['with certificates in clear', ['-certpbe', 'NONE']],
  ])('%s opens with its password', async (_, options) => {
    // Old schemes take the password as UTF-16, and openssl fills that from single bytes.
    const secret = options.includes('-legacy') || options.includes('PBE-SHA1-3DES') ? 'pass word' : password;
    const found = await read(exported('a.pfx', secret, ...options), secret);
    expect(found.certificate.subject).toBe('CN=Publisher');
    expect(found.certificate.checkPrivateKey(found.key)).toBe(true);
    expect(found.chain.map(({ subject }) => subject)).toEqual(['CN=Middle', 'CN=Root']);
  });

  it('without a password asks for none', async () => {
    const found = await read(exported('empty.pfx', ''));
    expect(found.certificate.subject).toBe('CN=Publisher');
  });

  it('with a wrong password says so', async () => {
    const files = exported('b.pfx', password);
    await expect(read(files, 'other')).rejects.toMatchObject({
      code: 'invalid-request',
      message: `Nothing was signed: the password given for ${at('b.pfx')} is wrong.`,
      help: 'rdp-signature-certificate',
    });
  });

  it('that is damaged is named', async () => {
    const { certificate } = exported('c.pfx', password);
    const bytes = readFileSync(certificate);
    writeFileSync(certificate, bytes.subarray(0, bytes.length - 40));
    await expect(read({ certificate }, password)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('PEM and DER', () => {
  const pair = { certificate: at('publisher.pem'), key: at('publisher.key') };

  it('are read with the key beside, and the chain where it is given', async () => {
    expect((await read(pair)).chain).toEqual([]);
    const { chain } = await read({ ...pair, chain: at('chain.pem') });
    expect(chain.map(({ subject }) => subject)).toEqual(['CN=Middle', 'CN=Root']);
  });

  it('are read when all is in one file, in any order', async () => {
    const parts = ['publisher.key', 'chain.pem', 'publisher.pem'].map((name) =>
      readFileSync(at(name), 'utf8'),
    );
    writeFileSync(at('all.pem'), parts.join('\n'));
    const found = await read({ certificate: at('all.pem') });
    expect(found.certificate.subject).toBe('CN=Publisher');
    expect(found.chain).toHaveLength(2);
  });

  it.each([
    ['PKCS #8', ['pkcs8', '-topk8', '-in', 'publisher.key', '-out', 'locked.key', '-passout', 'file:secret']],
    [
      'the old form',
      [
        'rsa',
        '-aes256',
        '-traditional',
        '-in',
        'publisher.key',
        '-out',
        'locked.key',
        '-passout',
        'file:secret',
      ],
    ],
  ])('are read with an encrypted key, %s', async (_, words) => {
    writeFileSync(at('secret'), 'pass word');
    openssl(...words);
    const files = { certificate: at('publisher.pem'), key: at('locked.key') };
    expect((await read(files, 'pass word')).certificate.subject).toBe('CN=Publisher');
    await expect(read(files, 'other')).rejects.toThrow(`the password given for ${at('locked.key')} is wrong`);
  });

  it('are read in DER', async () => {
    writeFileSync(at('publisher.cer'), publisher.certificate.raw);
    writeFileSync(at('publisher.der'), publisher.key.export({ type: 'pkcs1', format: 'der' }));
    const found = await read({ certificate: at('publisher.cer'), key: at('publisher.der') });
    expect(found.certificate.subject).toBe('CN=Publisher');
  });
});

const day = 86_400_000;
const inTheFuture = new Date(Date.now() + day);
it.each([
  [
    'has expired',
    { notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) },
    /expired on 20/,
  ],
  ['is not yet valid', { notBefore: inTheFuture }, /valid only from 20/],
  ['is for mail', { uses: ['1.3.6.1.5.5.7.3.4'] }, /for other uses \(1\.3\.6\.1\.5\.5\.7\.3\.4\)/],
  ['is not RSA', { key: 'ec' as const }, /key is ec; \.rdp files are signed with RSA/],
  ['has a short key', { key: 'rsa-1024' as const }, /only 1024 bits/],
])('refuses a certificate that %s', async (_, wanted, message) => {
  save('other', makePublisher({ name: 'Other', ...wanted }));
  const files = { certificate: at('other.pem'), key: at('other.key') };
  await expect(read(files)).rejects.toThrow(message);
  await expect(read(files)).rejects.toMatchObject({
    code: 'invalid-request',
    help: 'rdp-signature-certificate',
  });
});

it.each([
  ['server authentication', ['1.3.6.1.5.5.7.3.1']],
  ['nothing in particular', []],
])('takes a certificate for %s', async (_, uses) => {
  save('other', makePublisher({ name: 'Other', uses }));
  expect((await read({ certificate: at('other.pem'), key: at('other.key') })).certificate.subject).toBe(
    'CN=Other',
  );
});

describe('what cannot be read', () => {
  beforeAll(() => {
    save('stranger', makePublisher({ name: 'Stranger' }));
    mkdirSync(at('folder'));
    symlinkSync(at('loop'), at('loop'));
    writeFileSync(at('huge.pfx'), '');
    truncateSync(at('huge.pfx'), 1024 ** 3);
    writeFileSync(at('text.pem'), 'hello');
    writeFileSync(at('broken.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  });

  it.each([
    [
      'a certificate without its key',
      'publisher.pem',
      undefined,
      'invalid-request',
      /without its private key/,
    ],
    [
      "another certificate's key",
      'publisher.pem',
      'stranger.key',
      'invalid-request',
      /belongs to another certificate/,
    ],
    ['a key file without a key', 'publisher.pem', 'chain.pem', 'invalid-request', /holds no private key/],
    ['a key alone', 'publisher.key', undefined, 'invalid-request', /holds no certificate/],
    ['some text', 'text.pem', undefined, 'invalid-request', /is no certificate/],
    ['a damaged certificate', 'broken.pem', undefined, 'invalid-request', /is damaged/],
    ['a missing file', 'missing.pfx', undefined, 'not-found', /no such file/],
    ['a folder', 'folder', undefined, 'invalid-request', /it is a folder/],
    ['a circle of links', 'loop', undefined, 'unreadable', /links lead in a circle/],
    ['a file of a gigabyte', 'huge.pfx', undefined, 'unreadable', /1,073,741,824 bytes/],
  ])('names %s', async (_, certificate, key, code, message) => {
    const files = { certificate: at(certificate), key: key === undefined ? undefined : at(key) };
    await expect(read(files)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it.runIf(process.platform !== 'win32')('does not wait for a pipe nobody writes to', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await expect(read({ certificate: at('pipe') })).rejects.toMatchObject({ code: 'unreadable' });
  });
});
