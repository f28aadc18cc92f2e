import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProgramRun, RunProgram } from '../../../main/client-pc/run-program';
import { runProgram } from '../../../main/client-pc/run-program';
import { thisClientPc } from '../../../main/client-pc/this-client-pc';
import { temporaryFolder } from '../../support/temporary-folder';

const never = new AbortController().signal;
const printed = (text: string, exitCode = 0): ProgramRun => ({
  exitCode,
  stdout: new TextEncoder().encode(text),
  stderr: new Uint8Array(),
});

/** Answers as recorded; a program or key that was not recorded ends with 1, as reg.exe does. */
const recorded =
  (answers: Record<string, string>): RunProgram =>
  (file, argumentsOfProgram) => {
    const answer = answers[[file, ...argumentsOfProgram].join(' ')];
    return Promise.resolve(answer === undefined ? printed('', 1) : printed(answer));
  };

describe('Windows', () => {
  const windows = (answers: Record<string, string>) =>
    thisClientPc({
      platform: 'win32',
      environment: { SystemRoot: 'D:\\Win' },
      hostName: 'pc-01',
      run: recorded(answers),
    });
  const reg = 'D:\\Win\\System32\\reg.exe query';

  it('asks the registry by the absolute path of reg.exe', async () => {
    const pc = windows({
      [`${reg} HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion`]:
        '    CurrentBuildNumber    REG_SZ    22631\r\n    UBR    REG_DWORD    0x10\r\n',
    });
    expect(await pc.describe(never)).toMatchObject({
      os: 'windows',
      hostName: 'pc-01',
      build: 22631,
      revision: 16,
    });
  });

  it('cannot describe a PC whose registry says no build', async () => {
    await expect(windows({}).describe(never)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('takes policies that are not set for not set', async () => {
    expect(await windows({}).policies(never)).toMatchObject({ pku2uAllowed: null, trustedThumbprints: [] });
  });

  it('cannot tell from an empty answer how the PC is joined', async () => {
    const pc = windows({ 'D:\\Win\\System32\\dsregcmd.exe /status': '' });
    await expect(pc.join(never)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('finds no client where mstsc is not installed', async () => {
    expect(await windows({}).rdpClients(never)).toEqual([]);
  });
});

describe('a Mac', () => {
  let home: string;
  beforeEach(() => {
    home = temporaryFolder();
  });

  it('says its version and finds Windows App', async () => {
    const bundle = join(home, 'Applications', 'Windows App.app');
    await mkdir(join(bundle, 'Contents'), { recursive: true });
    const properties = join(bundle, 'Contents', 'Info.plist');
    await writeFile(properties, '');
    const pc = thisClientPc({
      platform: 'darwin',
      environment: { HOME: home },
      hostName: 'mac-01',
      run: recorded({
        '/usr/bin/sw_vers': 'ProductName:\t\tmacOS\nProductVersion:\t\t15.5\nBuildVersion:\t\t24F74\n',
        [`/usr/bin/defaults read ${properties} CFBundleShortVersionString`]: '11.2.4\n',
      }),
    });
    expect(await pc.describe(never)).toMatchObject({ os: 'macos', displayVersion: '15.5', build: null });
    expect(await pc.rdpClients(never)).toMatchObject([
      { id: 'windows-app', version: '11.2.4', path: bundle, routes: ['web-account', 'password'] },
    ]);
    await expect(pc.join(never)).rejects.toMatchObject({ code: 'not-here' });
  });
});

describe('Linux', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });

  const install = async (program: string, script: string) => {
    await writeFile(join(folder, program), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, program), 0o755);
  };
  const clients = (path = folder) =>
    thisClientPc({
      platform: 'linux',
      environment: { PATH: path },
      hostName: 'box',
      run: runProgram,
    }).rdpClients(never);

  it('prefers the FreeRDP that can sign in with a web account', async () => {
    await install('xfreerdp', 'echo "This is FreeRDP version 2.11.7 (2.11.7)"');
    await install('remmina', 'echo "org.remmina.Remmina - 1.4.29 (git n/a)"');
    await install(
      'xfreerdp3',
      '[ "$1" = /version ] && echo "This is FreeRDP version 3.5.1 (3.5.1)" || echo "WITH_AAD=ON"',
    );
    expect((await clients()).map(({ id, version, routes }) => [id, version, routes])).toEqual([
      ['freerdp3', '3.5.1', ['web-account', 'password']],
      ['freerdp2', '2.11.7', ['password']],
      ['remmina', '1.4.29', ['password']],
    ]);
  });

  it('takes an xfreerdp that says 3 for FreeRDP 3, and believes that Entra sign-in was left out', async () => {
    await install('xfreerdp', '[ "$1" = /version ] && echo "FreeRDP version 3.1.0" || echo "WITH_AAD=OFF"');
    expect(await clients()).toMatchObject([
      { id: 'freerdp3', routes: ['password'], limits: [expect.stringContaining('web account')] },
    ]);
  });

  it('goes by the name of a FreeRDP that says nothing, as it does without a display', async () => {
    await install('xfreerdp', 'echo "failed to open display" >&2; exit 1');
    await install('xfreerdp3', 'exit 1');
    expect(await clients()).toMatchObject([
      { id: 'freerdp3', version: null, limits: [expect.stringContaining('does not say')] },
      { id: 'freerdp2', version: null, limits: ['FreeRDP 2 cannot sign in with a web account.'] },
    ]);
  });

  it('passes over folders, files that may not be run, and relative entries of PATH', async () => {
    await mkdir(join(folder, 'xfreerdp3'));
    await writeFile(join(folder, 'remmina'), '');
    expect(await clients(`.:${folder}:bin`)).toEqual([]);
  });

  it('says what only Windows has', async () => {
    const pc = thisClientPc({ platform: 'linux', environment: {}, hostName: 'box', run: runProgram });
    expect(await pc.describe(never)).toMatchObject({ os: 'linux', hostName: 'box', build: null });
    await expect(pc.policies(never)).rejects.toMatchObject({ code: 'not-here' });
    await expect(pc.savedCredentials(never)).rejects.toMatchObject({ code: 'not-here' });
  });
});
