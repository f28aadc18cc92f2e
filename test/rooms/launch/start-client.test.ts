import { once } from 'node:events';
import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { launcherOf } from '../../../main/launch/launchers';
import type { ServerCertificate } from '../../../main/launch/server-certificate';
import {
  type Circumstances,
  type StartRequest,
  startClient,
  usualCircumstances,
} from '../../../main/launch/start-client';
import type { RdpClientId } from '../../../shared/client-pc/this-pc';
import type { CertificateQuestion, ConnectStage } from '../../../shared/launch/connect';
import { makeProgram } from '../../support/rdp-client';
import { temporaryFolder } from '../../support/temporary-folder';

let folder: string;
let stages: ConnectStage[];
beforeEach(async () => {
  folder = temporaryFolder();
  stages = [];
  await writeFile(join(folder, 'a.rdp'), '');
});

const certificate: ServerCertificate = { sha1: 'AB'.repeat(20), sha256: 'CD'.repeat(32), isTrusted: false };

interface Case extends Partial<Omit<StartRequest, 'client'>> {
  readonly id?: RdpClientId;
  readonly script: string;
  readonly circumstances?: Partial<Circumstances>;
}

async function start({ id = 'freerdp2', script, circumstances, ...request }: Case) {
  const path = await makeProgram(folder, 'client', script);
  return startClient(
    {
      launcher: launcherOf(id),
      client: { id, name: 'The client', version: null, path, routes: ['password'], limits: [] },
      file: join(folder, 'a.rdp'),
      route: 'password',
      host: 'web-01',
      port: 3389,
      username: 'AzureAD\\ada@contoso.example',
      thumbprint: null,
      isTerminal: false,
      signal: new AbortController().signal,
      onStage: (stage) => stages.push(stage),
      ...request,
    },
    { ...usualCircumstances, readCertificate: () => Promise.resolve(null), ...circumstances },
  );
}

const withCertificate: Partial<Circumstances> = { readCertificate: () => Promise.resolve(certificate) };

it('tells what comes next, starts the client, and stays until it ends', async () => {
  const { exit, command } = await start({ script: 'echo "ERRCONNECT_X" >&2; exit 131' });
  expect(exit).toEqual({ exitCode: 131, signal: null, stderr: 'ERRCONNECT_X' });
  expect(command).toEqual([join(folder, 'client'), join(folder, 'a.rdp')]);
  expect(stages.map(({ stage }) => stage)).toEqual(['starting', 'opened']);
});

it('names a client whose program went missing', async () => {
  const starting = start({
    script: '',
    signal: new AbortController().signal,
    launcher: {
      ...launcherOf('freerdp2'),
      commandFor: () => ['/no/such/client', 'a.rdp'],
    },
  });
  await expect(starting).rejects.toMatchObject({
    code: 'client-missing',
    help: 'rdp-client-is-installed',
    message: expect.stringContaining('/no/such/client'),
  });
});

it('types the password into its input when it asks, and nowhere else', async () => {
  const script = [
    'printf "Password: " >&2; read -r password',
    'printf "%s" "$password" > "$(dirname "$0")/typed"',
    'printf "%s\\n" "$@" > "$(dirname "$0")/arguments"',
  ].join('\n');
  const { exit, command } = await start({
    script,
    circumstances: withCertificate,
    askCertificate: () => Promise.resolve(true),
    askPassword: ({ username, host }) => Promise.resolve(`secret of ${username} on ${host}`),
  });
  expect(exit?.exitCode).toBe(0);
  expect(await readFile(join(folder, 'typed'), 'utf8')).toBe(
    'secret of AzureAD\\ada@contoso.example on web-01',
  );
  expect(command.slice(2)).toEqual([
    `/cert:fingerprint:sha256:${Array.from({ length: 32 }, () => 'cd').join(':')}`,
    '/from-stdin:force',
  ]);
  expect(await readFile(join(folder, 'arguments'), 'utf8')).not.toContain('secret');
});

it('ends the client when no password is given', async () => {
  await expect(
    start({
      script: 'printf "Password: "; read -r password; sleep 60',
      circumstances: withCertificate,
      askCertificate: () => Promise.resolve(true),
      askPassword: () => Promise.resolve(null),
    }),
  ).rejects.toMatchObject({ code: 'cancelled' });
});

it('takes the question for a password back when the client ends unanswered', async () => {
  let takenBack: Promise<unknown> | undefined;
  const { exit } = await start({
    script: 'printf "Password: "; sleep 0.2; exit 141',
    circumstances: withCertificate,
    askCertificate: () => Promise.resolve(true),
    askPassword: (_, signal) => {
      takenBack = once(signal, 'abort');
      return takenBack.then(() => null);
    },
  });
  expect(exit?.exitCode).toBe(141);
  await takenBack;
  expect(takenBack).toBeDefined();
});

it('leaves the questions to the client where a terminal shows them', async () => {
  const { command, exit } = await start({
    script: '[ "$#" = 1 ] && exit 2',
    isTerminal: true,
    circumstances: { readCertificate: () => Promise.reject(new Error('nobody asked for it')) },
    askPassword: () => Promise.resolve('never typed'),
  });
  expect(exit).toEqual({ exitCode: 2, signal: null, stderr: '' });
  expect(command).toHaveLength(2);
});

it.each([
  ['the one Azure knows', 'ab'.repeat(20), true],
  ['another one', 'ef'.repeat(20), false],
  ['one Azure says nothing about', null, null],
])('shows the certificate, and whether it is %s', async (_, thumbprint, matches) => {
  const asked: CertificateQuestion[] = [];
  await start({
    script: 'exit 0',
    thumbprint,
    circumstances: withCertificate,
    askCertificate: (question) => {
      asked.push(question);
      return Promise.resolve(true);
    },
  });
  expect(asked).toEqual([{ host: 'web-01', presented: certificate.sha1, expected: thumbprint, matches }]);
});

it.each([
  ['the person says no', { askCertificate: () => Promise.resolve(false), thumbprint: 'ab'.repeat(20) }],
  ['nobody can be asked and Azure says nothing', {}],
])('starts nothing when %s', async (_, request) => {
  await expect(
    start({ script: 'touch "$(dirname "$0")/ran"', circumstances: withCertificate, ...request }),
  ).rejects.toMatchObject({ code: 'cancelled', help: 'certificate-changed' });
  await expect(readFile(join(folder, 'ran'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('asks nobody about a certificate the system trusts', async () => {
  const trusted = { ...certificate, isTrusted: true };
  const { exit } = await start({
    script: 'exit 0',
    circumstances: { readCertificate: () => Promise.resolve(trusted) },
  });
  expect(exit?.exitCode).toBe(0);
});

it.each([
  [true, 'T'],
  [false, 'N'],
])('answers the question FreeRDP asks by itself: %s', async (isTrusted, answer) => {
  const script = [
    'echo "\tThumbprint:  75:53:69:e4:83:27:4e:9b:23:7e:3d:39:25:ca:02:5b:da:8d:08:43:a9:95:0e:e9:0d:b5:63:8d:b9:84:0e:20"',
    'printf "Do you trust the above certificate? (Y/T/N) "; read -r answer',
    'printf "%s" "$answer" > "$(dirname "$0")/answer"',
  ].join('\n');
  const asked: CertificateQuestion[] = [];
  await start({
    script,
    thumbprint: 'ab'.repeat(20),
    askCertificate: (question) => {
      asked.push(question);
      return Promise.resolve(isTrusted);
    },
  });
  expect(asked).toEqual([
    {
      host: 'web-01',
      presented: '755369E483274E9B237E3D3925CA025BDA8D0843A9950EE90DB5638DB9840E20',
      expected: null,
      matches: null,
    },
  ]);
  expect(await readFile(join(folder, 'answer'), 'utf8')).toBe(answer);
});

it('says that a sign-in on the console needs a terminal', async () => {
  await expect(
    start({ id: 'freerdp3', route: 'web-account', script: 'printf "Paste redirect URL here: "; sleep 60' }),
  ).rejects.toMatchObject({ code: 'client-failed', message: expect.stringContaining('terminal') });
});

it('calls a client hanging that shows no desktop, and ends it when the person gives up', async () => {
  const person = new AbortController();
  const starting = start({
    script: 'echo $$ > "$(dirname "$0")/pid"; exec sleep 60',
    signal: person.signal,
    circumstances: { hangsAfterMs: 100 },
    onStage: (stage) => {
      stages.push(stage);
      if (stage.stage === 'hanging' && hasWritten('pid')) person.abort();
    },
  });
  await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
  expect(stages.at(-1)).toMatchObject({ stage: 'hanging', client: 'The client' });
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  await expect.poll(() => isRunning(pid)).toBe(false);
});

it('lets a session that is up go on when nobody waits for it any more', async () => {
  const person = new AbortController();
  const script = [
    'echo $$ > "$(dirname "$0")/pid"',
    'echo "[INFO][com.freerdp.gdi] - Remote framebuffer format PIXEL_FORMAT_BGRA32" > "$WLOG_FILEAPPENDER_OUTPUT_FILE_PATH/$WLOG_FILEAPPENDER_OUTPUT_FILE_NAME"',
    'exec sleep 60',
  ].join('\n');
  const starting = start({ script, signal: person.signal });
  const log = () => readFile(join(folder, 'client.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain('framebuffer');
  person.abort();
  await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
  expect(isRunning(pid)).toBe(true);
  process.kill(pid);
});

it('hands over to a client that tells nothing more', async () => {
  const { exit } = await start({
    id: 'remmina',
    script: 'exec sleep 1',
    circumstances: { handsOverAfterMs: 50 },
  });
  expect(exit).toBeNull();
});

it('still hears of one that fails at once', async () => {
  const { exit } = await start({ id: 'remmina', script: 'exit 3' });
  expect(exit?.exitCode).toBe(3);
});

/** A busy machine may call a client hanging before its first line has run. */
function hasWritten(name: string): boolean {
  return (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
