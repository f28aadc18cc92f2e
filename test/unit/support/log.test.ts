import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../main/support/log';
import { redactText, redactValue } from '../../../main/support/redact';
import { AppError } from '../../../shared/errors/app-error';
import { temporaryFolder } from '../../support/temporary-folder';

const jwt = 'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1cG4iOiJhZGFAY29udG9zby5leGFtcGxlIn0.MEUCIQDabc-_def';

let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'logs');
});

describe('the log', () => {
  it('makes no file before its first line', async () => {
    const log = openLog(folder);
    expect(existsSync(folder)).toBe(false);
    log.info('Started', { version: '0.1.0' });
    const [line] = await linesOf(log.file);
    expect(line).toMatchObject({ msg: 'Started', details: { version: '0.1.0' }, pid: process.pid });
    expect((await stat(log.file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('writes a bug whole, but without its secrets', async () => {
    const log = openLog(folder);
    const cause = Object.assign(new Error(`GET failed, Authorization: Bearer ${jwt}`), {
      request: { headers: { authorization: `Bearer ${jwt}` } },
      statusCode: 401,
      refreshToken: 'O.AQUAlong-secret',
    });
    log.bug(new Error(`Could not sign in with password=hunter2 and token ${jwt}`, { cause }));
    const text = await readFile(log.file, 'utf8');
    for (const secret of [jwt, 'eyJ', 'hunter2', 'O.AQUA', 'MEUCIQ']) expect(text).not.toContain(secret);
    const [line] = await linesOf(log.file);
    expect(line).toMatchObject({
      level: 50,
      error: {
        name: 'Error',
        message: 'Could not sign in with password=[removed] and token [removed]',
        stack: expect.stringContaining('log.test.ts'),
        cause: { statusCode: 401, refreshToken: '[removed]' },
      },
    });
  });

  it('keeps the code and help of an expected failure', async () => {
    const log = openLog(folder);
    log.warn('Could not list', new AppError('unreachable', 'No network.', { help: 'no-network' }));
    const [line] = await linesOf(log.file);
    expect(line).toMatchObject({
      error: { code: 'unreachable', help: 'no-network', message: 'No network.' },
    });
  });

  it('starts a new file at every start and sweeps all but ten', async () => {
    await mkdir(folder, { recursive: true });
    for (let hour = 10; hour < 24; hour += 1)
      await writeFile(join(folder, `entra-rdp-2026-11-21T${hour}-00-00-1.log`), 'old');
    await writeFile(join(folder, 'notes.txt'), "not the log's");
    openLog(folder, new Date('2026-11-22T18:00:00Z')).info('Started');
    const left = await readdir(folder);
    expect(left).toHaveLength(11);
    expect(left).toContain('notes.txt');
    expect(left).toContain(`entra-rdp-2026-11-22T18-00-00-${process.pid}.log`);
    expect(left).not.toContain('entra-rdp-2026-11-21T10-00-00-1.log');
  });

  it('stays silent where it cannot be written', async () => {
    const file = join(folder, '..', 'file');
    await writeFile(file, 'not a folder');
    const log = openLog(join(file, 'logs'));
    expect(() => log.bug(new Error('anything'))).not.toThrow();
  });
});

describe('what is taken away', () => {
  it.each([
    ['a token', `got ${jwt}.`, 'got [removed]'],
    ['a header', 'Authorization: Bearer abcdef.12345', 'Authorization: [removed] [removed]'],
    [
      'a form',
      'grant_type=refresh_token&refresh_token=0.AXo&scope=x',
      'grant_type=refresh_token&refresh_token=[removed]&scope=x',
    ],
    ['JSON', '{"user":"ada","password":"it\\"s"}', '{"user":"ada","password":"[removed]"}'],
    [
      'a command line',
      '/u:ada /p:x --password "my secret" password: two',
      '/u:ada /p:x --password "my secret" password: [removed]',
    ],
    [
      'an authorization code',
      'http://localhost:1234/?code=0.AQ&state=1',
      'http://localhost:1234/?code=[removed]&state=1',
    ],
  ])('from %s', (_, text, safe) => {
    expect(redactText(text)).toBe(safe);
  });

  it.each(['AADSTS50076: Due to a change', 'exit code: 131', 'https://portal.azure.com/#view', 'ready-01'])(
    'is nothing of %s',
    (text) => {
      expect(redactText(text)).toBe(text);
    },
  );

  it('is every value under a secret name, however deep and whatever it is', () => {
    const names = fc.constantFrom(
      'password',
      'accessToken',
      'refresh_token',
      'client_secret',
      'Authorization',
    );
    const secrets = fc.string({ minLength: 6 }).map((text) => `S3CR3T-${text}`);
    fc.assert(
      fc.property(names, secrets, fc.integer({ min: 0, max: 4 }), (name, secret, depth) => {
        let value: unknown = { [name]: secret };
        for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { inner: value };
        expect(JSON.stringify(redactValue(value))).not.toContain('S3CR3T');
      }),
    );
  });

  it('is what hangs on itself: the copy ends', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop['self'] = loop;
    expect(JSON.stringify(redactValue(loop))).toContain('…');
  });
});

async function linesOf(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
