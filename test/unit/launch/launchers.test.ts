import { expect, it } from 'vitest';
import type { Launch } from '../../../main/launch/launcher';
import { launcherOf, launchers } from '../../../main/launch/launchers';
import type { RdpClientId } from '../../../shared/client-pc/this-pc';
import { everyRoute } from '../../../shared/preflight/route';

const commandOf = (id: RdpClientId, path: string, file: string, launch: Partial<Launch> = {}) =>
  launcherOf(id).commandFor({
    client: { path },
    file,
    route: 'web-account',
    certificate: null,
    isPasswordTyped: false,
    ...launch,
  });

const awkward = 'C:\\Users\\José & Ann\\100%PATH%^!\\web "01".rdp';
const sha256 = 'AB'.repeat(32);
const fingerprint = Array.from({ length: 32 }, () => 'ab').join(':');

it('gives mstsc its file as one argument, whatever the path', () => {
  expect(commandOf('mstsc', 'C:\\Windows\\System32\\mstsc.exe', awkward)).toEqual([
    'C:\\Windows\\System32\\mstsc.exe',
    awkward,
  ]);
});

it('opens the file with Windows App on a Mac', () => {
  expect(commandOf('windows-app', '/Applications/Windows App.app', '/tmp/a b.rdp')).toEqual([
    '/usr/bin/open',
    '-a',
    '/Applications/Windows App.app',
    '/tmp/a b.rdp',
  ]);
});

it('gives FreeRDP its file first, as it reads it nowhere else', () => {
  const command = commandOf('freerdp3', '/usr/bin/xfreerdp3', '/tmp/a b.rdp', { certificate: sha256 });
  expect(command).toEqual([
    '/usr/bin/xfreerdp3',
    '/tmp/a b.rdp',
    '/sec:aad',
    `/cert:fingerprint:sha256:${fingerprint}`,
  ]);
});

it('asks FreeRDP 3 for nothing but Entra sign-in on the web-account route alone', () => {
  expect(commandOf('freerdp3', '/f', '/a.rdp', { route: 'password' })).toEqual(['/f', '/a.rdp']);
  expect(commandOf('freerdp2', '/f', '/a.rdp')).toEqual(['/f', '/a.rdp']);
});

it('lets FreeRDP read the password from its input', () => {
  const launch = { route: 'password', isPasswordTyped: true } as const;
  expect(commandOf('freerdp2', '/f', '/a.rdp', launch)).toEqual(['/f', '/a.rdp', '/from-stdin:force']);
});

it('opens the file with Remmina', () => {
  expect(commandOf('remmina', '/usr/bin/remmina', '/tmp/a b.rdp')).toEqual([
    '/usr/bin/remmina',
    '-c',
    '/tmp/a b.rdp',
  ]);
});

it('never switches certificate checks off, and never writes a password', () => {
  for (const { id } of launchers) {
    for (const route of everyRoute) {
      const command = commandOf(id, '/client', '/a.rdp', {
        route,
        certificate: sha256,
        isPasswordTyped: true,
      });
      expect(command.join(' ')).not.toMatch(/cert:ignore|\/p:|\/u:/);
    }
  }
});

it.each(launchers.map(({ id }) => id))('tells what %s will ask before it does', (id) => {
  const told = launcherOf(id).expect('web-account').join(' ');
  expect(told).toContain('30 days');
  expect(told).toContain('Locking the remote screen disconnects');
  expect(launcherOf(id).expect('password').join(' ')).toContain('password');
});

it.each([
  ['mstsc', 1, false],
  ['mstsc', 0, true],
  ['windows-app', 1, false],
  ['remmina', 1, false],
  ['remmina', 0, true],
] as const)('explains that %s ended with %d', (id, exitCode, wasGood) => {
  const explained = launcherOf(id).explainExit({ exitCode, signal: null, stderr: 'why' });
  expect(explained).toMatchObject({ wasGood, help: wasGood ? null : 'rdp-client-ended' });
});
