import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'node:test';
import { thisClientPc } from '../../main/client-pc/this-client-pc';
import { launcherOf } from '../../main/launch/launchers';
import { explainFromEventLogs } from '../../main/launch/read-windows-events';
import { startClient } from '../../main/launch/start-client';
import { openRdpFolder } from '../../main/rdp-files/rdp-folder';
import type { RdpClient } from '../../shared/client-pc/this-pc';
import { isAppError } from '../../shared/errors/app-error';
import { composeProfile } from '../../shared/rdp/compose';
import { profileFileName } from '../../shared/rdp/profile-name';
import { serializeRdp } from '../../shared/rdp/serialize';
import { never, type Stub, stubPrograms, test } from './lane';

let stub: Stub | undefined;
afterEach(() => stub?.remove());

const bytes = serializeRdp(
  composeProfile({ address: 'web-01', port: 3389, username: 'ada@contoso.example', route: 'web-account' }),
);

async function mstscHere(): Promise<RdpClient> {
  const [client] = await thisClientPc().rdpClients(never);
  assert.equal(client?.path, 'C:\\windows\\System32\\mstsc.exe');
  return client;
}

const start = (client: RdpClient, file: string) =>
  startClient({
    launcher: launcherOf('mstsc'),
    client,
    file,
    route: 'web-account',
    host: 'web-01',
    port: 3389,
    username: 'ada@contoso.example',
    thumbprint: null,
    isTerminal: false,
    signal: never,
    onStage: () => undefined,
  });

for (const folder of [
  'José & Ann\\AppData\\Local\\Temp\\app 1',
  'Test%PATH%^caret!bang',
  "O'Brien\\τεστ 日本語 😀",
  'comma,semi;eq=(par) [b] {c} @ # $ ~ `',
]) {
  test(`mstsc opens a file below ${folder}: argument and bytes arrive as they are`, async () => {
    stub = stubPrograms();
    const root = join('C:\\lane\\users', folder);
    mkdirSync(root, { recursive: true });
    const file = await (await openRdpFolder(root)).write(bytes, profileFileName('web "01" & <co> 100%'));
    const { exit, command } = await start(await mstscHere(), file.path);

    assert.deepEqual(exit, { exitCode: 0, signal: null, stderr: '' });
    assert.deepEqual(command, ['C:\\windows\\System32\\mstsc.exe', file.path]);
    assert.deepEqual(stub.runs(), [
      { program: 'mstsc.exe', given: [file.path], opened: Buffer.from(bytes).toString('hex') },
    ]);
    assert.deepEqual(readFileSync(file.path), Buffer.from(bytes));
    await file.remove();
  });
}

test('how mstsc ended is passed on', async () => {
  stub = stubPrograms({ exitCode: 7 });
  const file = await (await openRdpFolder('C:\\lane\\users\\ada')).write(bytes, 'web-01.rdp');
  const { exit } = await start(await mstscHere(), file.path);
  assert.equal(exit?.exitCode, 7);
  assert.equal(launcherOf('mstsc').explainExit({ exitCode: 7, signal: null, stderr: '' }).wasGood, false);
});

test('a Windows without mstsc has no client, and one that went missing is named', async () => {
  const missing = { ...(await mstscHere()), path: 'C:\\nowhere\\mstsc.exe' };
  const file = await (await openRdpFolder('C:\\lane\\users\\ada')).write(bytes, 'web-01.rdp');
  await assert.rejects(
    start(missing, file.path),
    (error: unknown) =>
      isAppError(error) && error.code === 'client-missing' && /C:\\nowhere/.test(error.message),
  );
});

test('event logs that cannot be read explain nothing', async () => {
  assert.equal(await explainFromEventLogs(new Date().toISOString(), never), null);
});
