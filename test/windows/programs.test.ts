import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { runProgram } from '../../main/client-pc/run-program';
import { theseSurroundings } from '../../main/client-pc/surroundings';
import { thisClientPc } from '../../main/client-pc/this-client-pc';
import { isAppError } from '../../shared/errors/app-error';
import { fixture, never, type Stub, stubPrograms, test } from './lane';

let stub: Stub | undefined;
afterEach(() => stub?.remove());

const hasCode = (code: string) => (error: unknown) => isAppError(error) && error.code === code;

test('dsregcmd is asked for its status, by its absolute path', async () => {
  stub = stubPrograms({ output: fixture('dsregcmd/entra-joined.txt') });
  const join = await thisClientPc().join(never);
  assert.equal(join.isEntraJoined, true);
  assert.equal(join.tenantId, 'aaaabbbb-0000-cccc-1111-dddd2222eeee');
  assert.deepEqual(
    stub.runs().map(({ program, given }) => [program, given.map((one) => one.replace(/^.*\\/, '/'))]),
    [['dsregcmd.exe', ['/status']]],
  );
});

test('a dsregcmd that prints nothing is unreadable, not "not joined"', async () => {
  stub = stubPrograms();
  await assert.rejects(thisClientPc().join(never), hasCode('unreadable'));
});

test('saved credentials are read in the code page of this Windows', async () => {
  // "José" as code page 437 and 850 both write it.
  const name = Buffer.concat([
    Buffer.from('    User: AzureAD\\Jos'),
    Buffer.from([0x82]),
    Buffer.from('\r\n'),
  ]);
  const entry = Buffer.from(
    '\r\nCurrently stored credentials:\r\n\r\n    Target: Domain:target=TERMSRV/web-01\r\n    Type: Domain Password\r\n',
  );
  stub = stubPrograms({ output: Buffer.concat([entry, name]) });
  assert.deepEqual(await thisClientPc().savedCredentials(never), [
    { target: 'TERMSRV/web-01', username: 'AzureAD\\José' },
  ]);
});

test('a cmdkey that fails is unreadable', async () => {
  stub = stubPrograms({ exitCode: 1 });
  await assert.rejects(thisClientPc().savedCredentials(never), hasCode('unreadable'));
});

test('a program that is missing is told by its path', async () => {
  const elsewhere = { ...theseSurroundings(), environment: { SystemRoot: 'C:\\nowhere' } };
  await assert.rejects(
    thisClientPc(elsewhere).join(never),
    (error: unknown) =>
      hasCode('unreadable')(error) && /C:\\nowhere\\System32\\dsregcmd\.exe/.test(String(error)),
  );
});

test('a powershell that prints nothing gives an empty answer, not an error', async () => {
  const { stdout } = await runProgram(
    'C:\\windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    ['-?'],
    {
      signal: never,
    },
  );
  assert.equal(stdout.length, 0);
});
