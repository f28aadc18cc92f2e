import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Verification } from '../../../shared/rdp/signature/verification';
import { makePublisher } from '../../support/publisher';
import { temporaryFolder } from '../../support/temporary-folder';
import { ErrorDocument, run, runJson } from './run';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

const publisher = makePublisher({ name: 'Contoso Helpdesk' });
beforeAll(() => {
  writeFileSync(at('publisher.pem'), publisher.certificate.toString());
  const passphrase = 'once upon';
  const locked = publisher.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });
  writeFileSync(at('publisher.key'), locked);
  writeFileSync(at('password.txt'), `${passphrase}\r\nnot this line`);
  writeFileSync(at('good.rdp'), 'full address:s:vm-01\r\nenablerdsaadauth:i:1\r\n');
  writeFileSync(at('bad.rdp'), 'username:s:ada@contoso.example\r\n');
});

const signing = () => [
  'rdp',
  'sign',
  at('good.rdp'),
  '--cert',
  at('publisher.pem'),
  '--key',
  at('publisher.key'),
];

const Signed = z.object({
  written: z.number(),
  failed: z.number(),
  rows: z.array(z.object({ out: z.string().nullable(), problem: z.object({ code: z.string() }).nullable() })),
});

describe('rdp sign', () => {
  it('signs with a password from a file, and says which file failed', async () => {
    const words = [...signing(), at('bad.rdp'), '--password-file', at('password.txt'), '--out', at('signed')];
    const { code, json } = await runJson(Signed, ...words);
    expect(code).toBe(1);
    expect(json).toEqual({
      written: 1,
      failed: 1,
      rows: [
        { out: at('signed/good.rdp'), problem: null },
        { out: null, problem: { code: 'invalid-request' } },
      ],
    });
  });

  it('takes the password from a variable', async () => {
    process.env['BARS_PASSWORD'] = 'once upon';
    const words = [...signing(), '--out', at('by-variable'), '--password-env', 'BARS_PASSWORD'];
    expect((await run(...words)).stdout).toMatch(/^Signed .*good\.rdp \(3 lines covered\)\.\n$/);
    delete process.env['BARS_PASSWORD'];
    const { code, json } = await runJson(ErrorDocument, ...words);
    expect(code).toBe(64);
    expect(json.error.message).toContain('the environment variable BARS_PASSWORD is not set');
  });

  it.each([
    ['neither certificate nor thumbprint', ['rdp', 'sign', 'a.rdp'], 64, '--cert FILE'],
    ['both', ['rdp', 'sign', 'a.rdp', '--cert', 'c.pem', '--thumbprint', 'AB'], 64, '--cert FILE'],
  ])('says what is needed with %s', async (_, words, expected, message) => {
    const { code, json } = await runJson(ErrorDocument, ...words);
    expect(code).toBe(expected);
    expect(json.error.message).toContain(message);
  });

  it.runIf(process.platform !== 'win32')("looks for Windows' store on Windows alone", async () => {
    const { json } = await runJson(ErrorDocument, 'rdp', 'sign', 'a.rdp', '--thumbprint', 'AB'.repeat(20));
    expect(json.error.code).toBe('not-here');
  });
});

describe('rdp verify', () => {
  it('ends with 0 for a trusted file, 2 for a stranger, 1 for a changed one', async () => {
    const file = at('signed/good.rdp');
    const trusted = await runJson(Verification, 'rdp', 'verify', file, '--root', at('publisher.pem'));
    expect(trusted).toMatchObject({
      code: 0,
      json: { valid: true, trusted: true, trustJudgedBy: 'given-roots' },
    });
    const stranger = await runJson(Verification, 'rdp', 'verify', file);
    expect(stranger).toMatchObject({ code: 2, json: { valid: true, trusted: false } });
    const text = readFileSync(file, 'utf16le').replace('auth:i:1', 'auth:i:0');
    writeFileSync(at('changed.rdp'), text, 'utf16le');
    const changed = await runJson(Verification, 'rdp', 'verify', at('changed.rdp'));
    expect(changed.code).toBe(1);
    expect(changed.json.changed).toEqual([{ name: 'enablerdsaadauth', line: 2, was: '1', is: '0' }]);
    const unsigned = await runJson(Verification, 'rdp', 'verify', at('good.rdp'));
    expect(unsigned).toMatchObject({ code: 1, json: { signed: false, valid: false } });
  });

  it('tells a person integrity, publisher and reach apart', async () => {
    const { stdout } = await run('rdp', 'verify', at('signed/good.rdp'), '--root', at('publisher.pem'));
    expect(stdout).toContain('Unchanged: the covered lines are as they were signed.\nTrusted: the signer');
    expect(stdout).toContain('Signer      CN=Contoso Helpdesk\n');
    expect(stdout).toContain(
      'Covered     full address, alternate full address, enablerdsaadauth\nNot covered nothing',
    );
  });
});

describe('trust-kit', () => {
  it('writes the publisher, its thumbprints and the policy texts, and applies nothing', async () => {
    const words = ['trust-kit', '--cert', at('publisher.pem'), '--out', at('kit')];
    const { code, json } = await runJson(z.object({ files: z.array(z.string()) }), ...words);
    expect(code).toBe(0);
    expect(json.files).toHaveLength(6);
    expect(readdirSync(at('kit')).toSorted()).toEqual([
      'README.txt',
      'group-policy.txt',
      'intune.txt',
      'publisher.cer',
      'registry.reg',
      'thumbprint.txt',
    ]);
    expect(readFileSync(at('kit/publisher.cer')).equals(publisher.certificate.raw)).toBe(true);
    const [sha1, sha256] = [publisher.certificate.fingerprint, publisher.certificate.fingerprint256].map(
      (text) => text.replaceAll(':', ''),
    );
    const list = `${sha1},sha256:${sha256}`;
    const registry = readFileSync(at('kit/registry.reg'));
    expect([...registry.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const lines = registry.subarray(2).toString('utf16le').split('\r\n');
    expect(lines[0]).toBe('Windows Registry Editor Version 5.00');
    expect(lines.slice(-3)).toEqual([
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services]',
      `"TrustedCertThumbprints"="${list}"`,
      '',
    ]);
    const intune = readFileSync(at('kit/intune.txt'), 'utf8');
    expect(intune).toContain(
      './Device/Vendor/MSFT/Policy/Config/ADMX_TerminalServer/TS_CLIENT_TRUSTED_CERTIFICATE_THUMBPRINTS_1\r\n',
    );
    expect(intune).toContain(`<enabled/><data id="TRUSTED_CERTIFICATE_THUMBPRINTS" value="${list}"/>`);
    expect(readFileSync(at('kit/group-policy.txt'), 'utf8')).toContain(`\r\n${list}\r\n`);
    expect(readFileSync(at('kit/README.txt'), 'utf8')).toContain('Nothing here has been applied to any PC.');
  });
});
