import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigner } from '../../../../main/rdp-files/signing/signer';
import { type TrustedRoots, verifyRdp } from '../../../../main/rdp-files/signing/verify';
import { parseRdp, settingsIn } from '../../../../shared/rdp/parse';
import { encodeRdp } from '../../../../shared/rdp/serialize';
import { blobOf, readBlob } from '../../../../shared/rdp/signature/blob';
import { prepareToSign } from '../../../../shared/rdp/signature/prepare';
import { identityOf, type MadeCertificate, makePublisher } from '../../../support/publisher';
import { temporaryFolder } from '../../../support/temporary-folder';

const folder = temporaryFolder();

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).subarray(2).toString('utf16le');
const base64 = (der: Uint8Array) => Buffer.from(blobOf(der)).toString('base64');
const fileOf = (text: string) => parseRdp(encodeRdp(text));
const sample = [
  'full address:s:vm-demo-01.contoso.example',
  'username:s:ada@contoso.example',
  'enablerdsaadauth:i:1',
  'redirectclipboard:i:0',
  'authentication level:i:2',
  '',
].join('\r\n');

const rootsOf = (...made: readonly MadeCertificate[]): TrustedRoots => ({
  judgedBy: 'given-roots',
  certificates: made.map(({ certificate }) => certificate),
});

let publisher: MadeCertificate;
let signed: Uint8Array;
beforeAll(async () => {
  publisher = makePublisher({ name: 'Contoso Helpdesk' });
  signed = (await createSigner(identityOf(publisher))(fileOf(sample))).bytes;
});

const judge = (text: string, roots = rootsOf(publisher)) => verifyRdp(fileOf(text), roots);
const edited = (from: string | RegExp, to: string) => judge(textOf(signed).replace(from, to));

describe('a file we signed', () => {
  it('holds, is trusted by its own certificate, and says what is outside', () => {
    expect(verifyRdp(parseRdp(signed), rootsOf(publisher))).toMatchObject({
      signed: true,
      valid: true,
      trusted: true,
      signer: { subject: 'CN=Contoso Helpdesk' },
      digest: 'sha256',
      covered: [
        'full address',
        'alternate full address',
        'authentication level',
        'redirectclipboard',
        'enablerdsaadauth',
      ],
      uncovered: ['username'],
      changed: [],
      problems: [{ id: 'sensitive-line-is-not-covered', severity: 'notice' }],
    });
  });

  it('is what the openssl program verifies', () => {
    const { message } = prepareToSign(parseRdp(signed));
    const signature = settingsIn(parseRdp(signed)).find(({ name }) => name === 'signature')?.value ?? '';
    const blob = readBlob(signature);
    if (!('der' in blob)) throw new Error(blob.found);
    const [content, der] = [join(folder, 'm.bin'), join(folder, 's.der')];
    writeFileSync(content, message, 'utf16le');
    writeFileSync(der, blob.der);
    const words = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      der,
      '-content',
      content,
      '-binary',
      '-noverify',
    ];
    expect(() => execFileSync('openssl', [...words, '-out', '/dev/null'], { stdio: 'pipe' })).not.toThrow();
    writeFileSync(content, `${message}\0`, 'utf16le');
    expect(() => execFileSync('openssl', [...words, '-out', '/dev/null'], { stdio: 'pipe' })).toThrow(
      'verification failure',
    );
  });
});

describe.each([
  ['without signed attributes', ['-noattr', '-nosmimecap', '-md', 'sha256'], []],
  ['with signed attributes', ['-nosmimecap', '-md', 'sha256'], ['signed-attributes']],
  ['with SHA-1', ['-noattr', '-md', 'sha1'], ['digest-is-old']],
  ['with SHA-512', ['-noattr', '-md', 'sha512'], []],
  ['naming its key instead of its certificate', ['-noattr', '-keyid', '-md', 'sha256'], []],
])('a file the openssl program signed, %s', (_, options, problems) => {
  const opensslSigned = (message: string) => {
    const path = (name: string) => join(folder, name);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        path('k.pem'),
        '-out',
        path('c.pem'),
        '-days',
        '9',
        '-subj',
        '/CN=Openssl Publisher',
        '-addext',
        'extendedKeyUsage=codeSigning',
      ],
      { stdio: 'pipe' },
    );
    writeFileSync(path('in.bin'), message, 'utf16le');
    execFileSync(
      'openssl',
      [
        'cms',
        '-sign',
        '-binary',
        ...options,
        '-signer',
        path('c.pem'),
        '-inkey',
        path('k.pem'),
        '-in',
        path('in.bin'),
        '-outform',
        'DER',
        '-out',
        path('s.p7'),
      ],
      { stdio: 'pipe' },
    );
    return base64(readFileSync(path('s.p7')));
  };

  it('holds, and falls with one changed line', () => {
    const prepared = prepareToSign(fileOf(sample));
    const text = prepared.withSignature(opensslSigned(prepared.message));
    const found = judge(text);
    expect(found).toMatchObject({ signed: true, valid: true, trusted: false });
    expect(found.problems.map(({ id }) => id)).toEqual([
      'sensitive-line-is-not-covered',
      ...problems,
      'publisher-is-not-trusted',
    ]);
    expect(judge(text.replace('address:s:vm', 'address:s:evil')).valid).toBe(false);
  });

  it('holds in the capitals that rdpsign writes, of a message we had no part in', () => {
    const lines = [
      'full address:s:app-01.contoso.example',
      'Alternate Full Address:s:app-01.contoso.example',
      'SignScope:s:Full Address,Alternate Full Address',
    ];
    const text = `${lines.join('\r\n')}\r\n`;
    const signature = opensslSigned(`${text}\0`);
    expect(judge(`${text}Signature:s:${signature}\r\n`)).toMatchObject({ signed: true, valid: true });
    expect(judge(`${text.toLowerCase()}signature:s:${signature}\r\n`).valid).toBe(false);
  });
});

describe('what was changed since', () => {
  it('names the address that was changed, and what it was', () => {
    expect(edited(/^full address:s:[^\r]*/, 'full address:s:evil')).toMatchObject({
      valid: false,
      trusted: false,
      changed: [{ name: 'full address', line: 1, was: 'vm-demo-01.contoso.example', is: 'evil' }],
      problems: [{ id: 'covered-line-changed', severity: 'broken', line: 1 }, {}],
    });
  });

  it('names the switch that was turned', () => {
    expect(edited('redirectclipboard:i:0', 'redirectclipboard:i:1').changed).toEqual([
      { name: 'redirectclipboard', line: 4, was: '0', is: '1' },
    ]);
  });

  it('says so where it cannot be told', () => {
    const found = judge(textOf(signed).replaceAll('vm-demo-01', 'evil'));
    expect(found.changed).toEqual([]);
    expect(found.problems[0]).toMatchObject({ id: 'file-does-not-match', severity: 'broken' });
  });

  it('holds when only a line outside was changed, and when lines change places', () => {
    expect(edited('ada@', 'eve@').valid).toBe(true);
    const [first = '', second = '', ...rest] = textOf(signed).split('\r\n');
    expect(judge([second, first, ...rest].join('\r\n')).valid).toBe(true);
  });

  it('names a covered line that is gone', () => {
    const found = edited('redirectclipboard:i:0\r\n', '');
    expect(found.valid).toBe(false);
    expect(found.problems.map(({ id }) => id)).toContain('covered-line-is-missing');
  });

  it('counts the first of two lines, and names both', () => {
    const found = judge(`${textOf(signed)}full address:s:evil\r\n`);
    expect(found.valid).toBe(true);
    expect(found.problems).toContainEqual(
      expect.objectContaining({ id: 'line-is-there-twice', severity: 'notice' }),
    );
    const before = judge(`full address:s:evil\r\n${textOf(signed)}`);
    expect(before.changed).toMatchObject([{ name: 'full address', is: 'evil' }]);
  });
});

it('says that an unsigned file is not signed', () => {
  expect(judge(sample)).toMatchObject({
    signed: false,
    valid: false,
    trusted: false,
    signer: null,
    problems: [],
  });
});

it.each([
  ['a signature without a scope', /signscope[^\r]*\r\n/, '', 'scope-is-missing'],
  ['a scope without a signature', /signature[^\r]*\r\n/, '', 'signature-is-missing'],
  ['broken base64', /signature:s:AQ/, 'signature:s:*Q', 'base64-is-broken'],
  ['a signature that breaks off', /signature:s:[^\r]*/, 'signature:s:AQABAAEA', 'blob-is-too-short'],
  ['another version', /signature:s:AQAB/, 'signature:s:AgAB', 'blob-version-is-unknown'],
  ['another kind', /signature:s:AQABAAEA/, 'signature:s:AQABAAIA', 'blob-kind-is-unknown'],
  ['a wrong length', /signature:s:(.{12})..../, 'signature:s:$1AAAB', 'blob-length-is-wrong'],
  [
    'something else than CMS',
    /signature:s:[^\r]*/,
    `signature:s:${base64(Buffer.from('not CMS'))}`,
    'cms-is-unreadable',
  ],
])('names %s', (_, from, to, id) => {
  const found = edited(from, to);
  expect(found).toMatchObject({ signed: true, valid: false, trusted: false });
  expect(found.problems.map((problem) => problem.id)).toContain(id);
});

it('reads a signature in groups of 64 with blanks between, as Windows writes it', () => {
  const grouped = textOf(signed).replace(/(?<=signature:s:)[^\r]*/, (value) =>
    value.replace(/.{64}/g, '$&  '),
  );
  expect(judge(grouped)).toMatchObject({ valid: true, trusted: true });
});

describe('the certificate', () => {
  const day = 86_400_000;
  it.each([
    [
      'expired',
      { notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) },
      'certificate-has-expired',
    ],
    ['of tomorrow', { notBefore: new Date(Date.now() + day) }, 'certificate-is-not-yet-valid'],
    ['for mail', { uses: ['1.3.6.1.5.5.7.3.4'] }, 'certificate-is-for-something-else'],
  ])('is not trusted when %s, though the file holds', async (_, wanted, id) => {
    const other = makePublisher({ name: 'Other', ...wanted });
    const { bytes } = await createSigner(identityOf(other))(fileOf(sample));
    const found = verifyRdp(parseRdp(bytes), rootsOf(other));
    expect(found).toMatchObject({ valid: true, trusted: false });
    expect(found.problems).toContainEqual(expect.objectContaining({ id, severity: 'untrusted' }));
  });

  it('is followed to a given root through the chain that came along', async () => {
    const root = makePublisher({ name: 'Root', isAuthority: true, uses: [] });
    const middle = makePublisher({ name: 'Middle', isAuthority: true, uses: [], issuer: root });
    const leaf = makePublisher({ name: 'Leaf', issuer: middle });
    const withChain = await createSigner(identityOf(leaf, middle))(fileOf(sample));
    expect(verifyRdp(parseRdp(withChain.bytes), rootsOf(root))).toMatchObject({
      trusted: true,
      chain: ['Leaf', 'Middle', 'Root'],
    });
    const alone = await createSigner(identityOf(leaf))(fileOf(sample));
    expect(verifyRdp(parseRdp(alone.bytes), rootsOf(root))).toMatchObject({
      valid: true,
      trusted: false,
      chain: ['Leaf'],
    });
    const stranger = makePublisher({ name: 'Root', isAuthority: true, uses: [] });
    expect(verifyRdp(parseRdp(withChain.bytes), rootsOf(stranger)).trusted).toBe(false);
  });

  it('does not let another signer issue certificates', async () => {
    const leaf = makePublisher({ name: 'Leaf, no authority' });
    const forged = makePublisher({ name: 'Forged', issuer: leaf });
    const { bytes } = await createSigner(identityOf(forged, leaf))(fileOf(sample));
    expect(verifyRdp(parseRdp(bytes), rootsOf(leaf))).toMatchObject({ valid: true, trusted: false });
  });
});
