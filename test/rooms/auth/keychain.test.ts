import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keychain } from '../../../main/auth/secret-store';
import { temporaryFolder } from '../../support/temporary-folder';

const inAKeyring = process.env['ENTRA_RDP_IN_KEYRING'] === 'yes';
const programs = ['/usr/bin/dbus-run-session', '/usr/bin/gnome-keyring-daemon'];
const missing = programs.filter((program) => !existsSync(program));
const canRun = process.platform === 'linux' && missing.length === 0;
if (!canRun && !inAKeyring)
  console.log(`The keychain test is skipped: ${missing.join(', ') || process.platform} is not here.`);

const repository = fileURLToPath(new URL('../../..', import.meta.url));

describe.runIf(inAKeyring)('inside a session with a keyring', () => {
  const name = `test-${process.pid}`;

  it('keeps a key, gives it to another store of the same name, and forgets it', async () => {
    const [here, there] = [keychain(name), keychain(name)];
    expect(await here.read()).toBeNull();
    await here.write('a key');
    expect(await there.read()).toBe('a key');
    await there.remove();
    expect(await here.read()).toBeNull();
  });

  it('keeps the key of a sign-in that two sessions share', async () => {
    const { openSession, never } = await import('./support');
    const { startDemoAzure } = await import('../../../main/demo/demo-azure');
    const { contosoTenant } = await import('../../../main/demo/load-demo-tenant');
    const demo = await startDemoAzure({ tenant: contosoTenant() });
    const folder = temporaryFolder();
    const first = await openSession(demo, 'ada@contoso.example', { folder, secretStore: keychain(name) });
    const state = await first.signIn('browser', { signal: never() });
    const second = await openSession(demo, undefined, { folder, secretStore: keychain(name) });
    expect(state.storage).toBe('keychain');
    expect((await second.state()).account?.username).toBe('ada@contoso.example');
    await second.signOut();
    await keychain(name).remove();
    first.close();
    second.close();
    await demo.close();
  });
});

describe.runIf(canRun && !inAKeyring)('the keychain', () => {
  it('is the Secret Service of the session', () => {
    // The daemon is unlocked with a password on its standard input, as at a login.
    const script =
      'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$0" "$@"';
    const folder = temporaryFolder();
    const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts'];
    const { status, stdout, stderr } = spawnSync(
      'dbus-run-session',
      ['--', 'sh', '-c', script, ...vitest, 'test/rooms/auth/keychain.test.ts'],
      {
        cwd: repository,
        encoding: 'utf8',
        env: {
          ...process.env,
          ENTRA_RDP_IN_KEYRING: 'yes',
          NO_COLOR: '1',
          // A keyring of its own: the developer's is neither opened nor written to.
          XDG_DATA_HOME: folder,
          XDG_RUNTIME_DIR: folder,
        },
        timeout: 60_000,
      },
    );
    expect(`${stdout}${stderr}`).toContain('2 passed');
    expect(status).toBe(0);
  }, 90_000);
});

describe.runIf(process.platform === 'linux' && !inAKeyring)('a session without a Secret Service', () => {
  it('has no keychain, and says so instead of using the kernel’s keyring', () => {
    const program = `
      process.env.DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nonexistent';
      const { AsyncEntry } = require('@napi-rs/keyring');
      const entry = () => new AsyncEntry('Entra RDP', 'nobody', { linux: { store: 'secret-service' } });
      Promise.resolve().then(() => entry().getPassword()).then(
        () => console.log('found one'),
        () => console.log('none'),
      );`;
    const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: repository, encoding: 'utf8' });
    expect(stdout.trim()).toBe('none');
  });
});
