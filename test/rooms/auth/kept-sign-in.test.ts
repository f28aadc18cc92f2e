import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noKeychain } from '../../../main/auth/secret-store';
import { type DemoAzure, startDemoAzure } from '../../../main/demo/demo-azure';
import { contosoTenant } from '../../../main/demo/load-demo-tenant';
import { temporaryFolder } from '../../support/temporary-folder';
import { never, openSession, refusal, sharedSecretStore } from './support';

let demo: DemoAzure;
beforeAll(async () => {
  demo = await startDemoAzure({ tenant: contosoTenant() });
});
afterAll(() => demo.close());

const ada = 'ada@contoso.example';
const hedy = 'hedy@contoso.example';

async function tokenFile(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((each) => each.endsWith('.bin'));
  expect(name).toBeDefined();
  return join(folder, name ?? '');
}

describe('a sign-in that is kept', () => {
  it('is there for another process, without asking anybody', async () => {
    const kept = { folder: temporaryFolder(), secretStore: sharedSecretStore() };
    const app = await openSession(demo, ada, kept);
    await app.signIn('browser', { signal: never() });

    const opened: string[] = [];
    const terminal = await openSession(demo, undefined, {
      ...kept,
      openBrowser: async (url) => void opened.push(url),
    });
    expect(await terminal.state()).toMatchObject({ phase: 'signed-in', account: { username: ada } });
    expect((await terminal.tokens.getToken({ audience: 'arm' })).token).not.toBe('');
    expect((await terminal.state({ withTenants: never() })).tenants[0]?.name).toBe('Contoso');
    expect(opened).toEqual([]);
    app.close();
    terminal.close();
  });

  it('holds no readable token, and its file is its owner’s alone', async () => {
    const kept = { folder: join(temporaryFolder(), 'sign-in'), secretStore: sharedSecretStore() };
    const session = await openSession(demo, ada, kept);
    await session.signIn('browser', { signal: never() });
    const { token } = await session.tokens.getToken({ audience: 'arm' });
    const file = await tokenFile(kept.folder);
    const bytes = await readFile(file);

    const secrets = [token, 'eyJ', 'refresh', 'secret', ada, demo.tenant.id];
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(kept.folder)).mode & 0o777).toBe(0o700);
    const others = (await readdir(kept.folder)).filter((name) => !name.endsWith('.bin'));
    for (const name of others)
      expect(await readFile(join(kept.folder, name), 'utf8')).not.toMatch(/eyJ|refresh_?token|secret/i);
    session.close();
  });

  it('goes on with the account named, where several are kept', async () => {
    const kept = { folder: temporaryFolder(), secretStore: sharedSecretStore() };
    for (const username of [ada, hedy]) {
      const session = await openSession(demo, username, kept);
      await session.signIn('browser', { signal: never() });
      session.close();
    }
    const last = await openSession(demo, undefined, kept);
    const named = await openSession(demo, ada, kept);
    expect((await last.state()).account?.username).toBe(hedy);
    expect((await named.state()).account?.username).toBe(ada);
    last.close();
    named.close();
  });

  it('loses nothing when two processes sign in at once', async () => {
    const kept = { folder: temporaryFolder(), secretStore: sharedSecretStore() };
    const both = await Promise.all([ada, hedy].map((username) => openSession(demo, username, kept)));
    await Promise.all(both.map((session) => session.signIn('browser', { signal: never() })));
    for (const session of both) session.close();
    for (const username of [ada, hedy]) {
      const after = await openSession(demo, username, kept);
      expect((await after.state()).account?.username).toBe(username);
      expect((await after.tokens.getToken({ audience: 'graph' })).tenantId).toBe(demo.tenant.id);
      after.close();
    }
  });

  it('is gone after signing out, on disk too', async () => {
    const kept = { folder: temporaryFolder(), secretStore: sharedSecretStore() };
    const session = await openSession(demo, ada, kept);
    await session.signIn('browser', { signal: never() });
    await session.signOut();
    expect(await readdir(kept.folder)).toEqual([]);

    const later = await openSession(demo, undefined, kept);
    expect((await later.state()).phase).toBe('signed-out');
    session.close();
    later.close();
  });
});

describe('a file that is damaged', () => {
  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 40)],
    [
      'changed in one bit',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"not":"ours"}')],
  ])('%s: signed out, moved aside, said in the log', async (_, damage) => {
    const kept = { folder: temporaryFolder(), secretStore: sharedSecretStore() };
    const session = await openSession(demo, ada, kept);
    await session.signIn('browser', { signal: never() });
    session.close();
    const file = await tokenFile(kept.folder);
    await writeFile(file, damage(await readFile(file)));

    const later = await openSession(demo, ada, kept);
    expect((await later.state()).phase).toBe('signed-out');
    expect(await readdir(kept.folder)).toContainEqual(expect.stringMatching(/\.bin\.damaged$/));
    expect(later.logged.join('\n')).toContain('damaged');
    expect((await later.signIn('browser', { signal: never() })).phase).toBe('signed-in');
    later.close();
  });

  it('written with a key that is lost: signed out too', async () => {
    const folder = temporaryFolder();
    const session = await openSession(demo, ada, { folder });
    await session.signIn('browser', { signal: never() });
    session.close();
    const later = await openSession(demo, ada, { folder, secretStore: sharedSecretStore() });
    expect((await later.state()).phase).toBe('signed-out');
    later.close();
  });
});

describe('without a place to keep it', () => {
  it('lives in memory where there is no keychain, and says so', async () => {
    const kept = { folder: temporaryFolder(), secretStore: noKeychain };
    const session = await openSession(demo, ada, kept);
    const state = await session.signIn('browser', { signal: never() });
    expect(state).toMatchObject({ phase: 'signed-in', storage: 'memory' });
    expect((await readdir(kept.folder)).filter((name) => name.includes('.bin'))).toEqual([]);

    const later = await openSession(demo, ada, kept);
    expect((await later.state()).phase).toBe('signed-out');
    expect((await refusal(later.tokens.getToken({ audience: 'arm' }))).code).toBe('sign-in-required');
    session.close();
    later.close();
  });

  it('signs in all the same when the folder cannot be written', async () => {
    const folder = join(temporaryFolder(), 'file');
    await writeFile(folder, 'a file where the folder should be');
    const session = await openSession(demo, ada, { folder });
    const state = await session.signIn('browser', { signal: never() });
    expect(state).toMatchObject({ phase: 'signed-in', storage: 'memory' });
    session.close();
  });

  it('keeps nothing at all in demo mode', async () => {
    const folder = temporaryFolder();
    await mkdir(folder, { recursive: true });
    const session = await openSession(demo, ada, { mode: 'demo', folder, secretStore: noKeychain });
    await session.signIn('browser', { signal: never() });
    expect(await readdir(folder)).toEqual([]);
    session.close();
  });
});
