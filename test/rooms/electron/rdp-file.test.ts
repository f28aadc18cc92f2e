import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desktop } from '../../../main/electron/ipc/desktop';
import { AppError } from '../../../shared/errors/app-error';
import { makePublisher } from '../../support/publisher';
import { carelessRdpFile, ourRdpFile } from '../../support/sample-rdp-files';
import { temporaryFolder } from '../../support/temporary-folder';
import { startInNode } from '../../unit/electron/app-in-node';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const fixture = resolve(import.meta.dirname, '../../fixtures/rdp-files/web-account.rdp');
const secret = 'pass wörd 密';

beforeAll(() => {
  const { certificate, key } = makePublisher({ name: 'Contoso IT' });
  writeFileSync(at('publisher.pem'), certificate.toString());
  writeFileSync(at('publisher.key'), key.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('secret'), `${secret}\n`);
  const words = '-export -in publisher.pem -inkey publisher.key -out publisher.pfx -passout file:secret';
  execFileSync('openssl', ['pkcs12', ...words.split(' ')], { cwd: folder, stdio: 'pipe' });
});
beforeEach(() => copyFileSync(fixture, at('ready.rdp')));

/** The window's room, for a person who chooses these files and types this password. */
function roomFor(
  chosen: Partial<Record<'rdp' | 'certificate' | 'list', string>>,
  desktop: Partial<Desktop> = {},
) {
  const { api, bugs } = startInNode({
    desktop: { askForFile: async (kind) => chosen[kind] ?? null, ...desktop },
  });
  return { room: api.rdpFile, bugs };
}

const bytesOf = (bytes: Uint8Array) => ({ size: bytes.length, bytes });

it('shows a chosen file: where it leads, what Windows asks, and every line with its meaning', async () => {
  const { room } = roomFor({ rdp: at('ready.rdp') });
  const view = await room.open();
  expect(view).toMatchObject({
    name: 'ready.rdp',
    path: at('ready.rdp'),
    encoding: 'utf-16le',
    leadsTo: { host: 'READY-01', username: 'ada@contoso.example' },
    dialog: { isSigned: false, boxes: [] },
    verification: null,
  });
  expect(view?.lines[4]).toMatchObject({
    number: 5,
    text: 'enablerdsaadauth:i:1',
    setting: { name: 'enablerdsaadauth', value: '1', category: 'authentication' },
  });
});

it('opens nothing when the person changes their mind', async () => {
  expect(await roomFor({}).room.open()).toBeNull();
});

it('foretells the boxes of a dropped file, and shows no secret of it', async () => {
  const { room } = roomFor({});
  const view = await room.look({ name: 'careless.rdp', ...bytesOf(carelessRdpFile) });
  expect(view.dialog.boxes).toEqual([
    { box: 'Drives', line: 6 },
    { box: 'Clipboard', line: 7 },
    { box: 'Cameras', line: 8 },
    { box: 'RemoteFX USB devices', line: 9 },
  ]);
  expect(view.findings.map(({ rule }) => rule)).toContain('saved-secret');
  expect(JSON.stringify(view)).not.toContain('01000000D08C9DDF');
});

it('signs what is in view with a PFX whose password was asked, and shows the signed file', async () => {
  const asked: string[] = [];
  const { room } = roomFor(
    { rdp: at('ready.rdp'), certificate: at('publisher.pfx') },
    {
      async askFilePassword(file) {
        asked.push(file);
        return secret;
      },
      askWhereToSave: async () => at('signed.rdp'),
    },
  );
  const { id } = (await room.open()) ?? { id: '' };
  const signed = await room.sign({ id });
  expect(asked).toEqual([at('publisher.pfx')]);
  expect(signed).toMatchObject({
    outcome: 'signed',
    file: at('signed.rdp'),
    view: { name: 'signed.rdp', verification: { signed: true, valid: true, trusted: false } },
  });
  expect(readFileSync(at('ready.rdp'))).toEqual(readFileSync(fixture));
});

it.each<[string, Partial<Desktop>]>([
  ['at the certificate', { askForFile: async () => null }],
  ['at the password', { askFilePassword: async () => null }],
  ['at the place', { askFilePassword: async () => secret, askWhereToSave: async () => null }],
])('writes nothing for a person who gives up %s', async (_, desktop) => {
  const { room } = roomFor({ certificate: at('publisher.pfx') }, desktop);
  const { id } = await room.look({ name: 'ready.rdp', ...bytesOf(ourRdpFile) });
  expect(await room.sign({ id })).toEqual({ outcome: 'given-up' });
});

it('says that a password is wrong, and keeps the file in view', async () => {
  const { room, bugs } = roomFor(
    { certificate: at('publisher.pfx') },
    { askFilePassword: async () => 'another' },
  );
  const { id } = await room.look({ name: 'ready.rdp', ...bytesOf(ourRdpFile) });
  await expect(room.sign({ id })).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(room.sign({ id })).rejects.toThrow(/password/);
  expect(bugs).toEqual([]);
});

it('signs nothing but what is in view', async () => {
  const { room } = roomFor({ certificate: at('publisher.pfx') });
  const { id } = await room.look({ name: 'first.rdp', ...bytesOf(ourRdpFile) });
  await room.look({ name: 'second.rdp', ...bytesOf(carelessRdpFile) });
  await expect(room.sign({ id })).rejects.toThrow(/another file is in view/);
});

it('refuses a file of 1 GB by its size, and one that is no text', async () => {
  writeFileSync(at('huge.rdp'), '');
  truncateSync(at('huge.rdp'), 2 ** 30);
  const { room, bugs } = roomFor({ rdp: at('huge.rdp') });
  await expect(room.open()).rejects.toBeInstanceOf(AppError);
  await expect(room.look({ name: 'huge.rdp', size: 2 ** 30, bytes: ourRdpFile })).rejects.toThrow(
    /1,073,741,824 bytes/,
  );
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 32);
  await expect(room.look({ name: 'picture.rdp', ...bytesOf(noise) })).rejects.toMatchObject({
    code: 'unreadable',
  });
  expect(bugs).toEqual([]);
});

it('shows the beginning of a file of very many lines, and counts the rest', async () => {
  const { room } = roomFor({});
  const bytes = Buffer.from('a:i:1\n'.repeat(20_000));
  const view = await room.look({ name: 'long.rdp', ...bytesOf(bytes) });
  expect(view.lineCount).toBe(20_000);
  expect(view.lines).toHaveLength(2000);
  expect(view.findings.length).toBeLessThanOrEqual(500);
});
