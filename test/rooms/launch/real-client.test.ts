import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thisClientPc } from '../../../main/client-pc/this-client-pc';
import { launcherOf } from '../../../main/launch/launchers';
import { readServerCertificate } from '../../../main/launch/server-certificate';
import { type StartRequest, startClient, usualCircumstances } from '../../../main/launch/start-client';
import { openRdpFolder } from '../../../main/rdp-files/rdp-folder';
import type { RdpClient } from '../../../shared/client-pc/this-pc';
import type { CertificateQuestion } from '../../../shared/launch/connect';
import { composeProfile } from '../../../shared/rdp/compose';
import { serializeRdp } from '../../../shared/rdp/serialize';
import { temporaryFolder } from '../../support/temporary-folder';
import { startDisplay, type XDisplay } from '../../support/x-display';
import { missingForXrdp, startXrdp, type Xrdp } from '../../support/xrdp';

const missing = missingForXrdp(['xfreerdp', 'Xvfb']);
if (missing.length) console.warn(`No real RDP client is tried: ${missing.join(', ')} not installed.`);

describe.skipIf(missing.length > 0)('FreeRDP 2 against a real xrdp', () => {
  let xrdp: Xrdp;
  let display: XDisplay;
  let folder: string;
  let client: RdpClient;
  const before = { display: process.env.DISPLAY, home: process.env.HOME };

  beforeAll(async () => {
    folder = temporaryFolder();
    [xrdp, display] = await Promise.all([
      startXrdp({ address: '127.0.0.1', port: 0, hostName: 'ready-01' }),
      startDisplay('Xvfb', ['-screen', '0', '1400x1000x24', '-nolisten', 'tcp']),
    ]);
    // FreeRDP keeps what it trusts in HOME.
    Object.assign(process.env, { DISPLAY: display.name, HOME: folder });
    const clients = await thisClientPc().rdpClients(new AbortController().signal);
    const found = clients.find(({ id }) => id === 'freerdp2');
    if (!found) throw new Error(`xfreerdp is no FreeRDP 2: ${JSON.stringify(clients)}`);
    client = found;
  });

  afterAll(async () => {
    for (const [name, value] of [
      ['DISPLAY', before.display],
      ['HOME', before.home],
    ] as const) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await Promise.all([xrdp.close(), display.close()]);
  });

  const start = async (request: Partial<StartRequest>, port = xrdp.port, hangsAfterMs = 30_000) => {
    const bytes = serializeRdp(
      composeProfile({ address: '127.0.0.1', port, username: 'ada@contoso.example', route: 'password' }),
    );
    const file = await (await openRdpFolder(join(folder, 'files'))).write(bytes, 'ready-01.rdp');
    return startClient(
      {
        launcher: launcherOf('freerdp2'),
        client,
        file: file.path,
        route: 'password',
        host: '127.0.0.1',
        port,
        username: 'ada@contoso.example',
        thumbprint: null,
        isTerminal: false,
        signal: new AbortController().signal,
        onStage: () => undefined,
        ...request,
      },
      { ...usualCircumstances, hangsAfterMs },
    );
  };

  it('says its version where there is a display', () => {
    expect(client.version).toMatch(/^2\./);
  });

  it('opens our file: xrdp logs the user we wrote, the password arrives, the desktop comes up', async () => {
    const asked: CertificateQuestion[] = [];
    const person = new AbortController();
    const session = start({
      thumbprint: xrdp.sha1,
      signal: person.signal,
      askCertificate: (question) => {
        asked.push(question);
        return Promise.resolve(true);
      },
      askPassword: () => Promise.resolve('a password xrdp does not look at'),
    });
    await xrdp.hasLogged('Client supplied domain: AzureAD');
    await xrdp.hasLogged('Client supplied username: ada@contoso.example');
    await xrdp.hasLogged('VNC connection complete');
    expect(asked).toEqual([{ host: '127.0.0.1', presented: xrdp.sha1, expected: xrdp.sha1, matches: true }]);

    // The server ends the session, as it does when the person signs out. On a busy machine FreeRDP may have
    // connected anew by itself, which has to be ended as well.
    const ending = setInterval(() => xrdp.endSessions(), 1000);
    const { exit } = await session.finally(() => clearInterval(ending));
    expect(launcherOf('freerdp2').explainExit(exit ?? neverEnded)).toMatchObject({
      wasGood: true,
    });
  });

  it('is explained when it does not trust the certificate', async () => {
    const { exit } = await start({
      launcher: {
        ...launcherOf('freerdp2'),
        commandFor: ({ file }) => [client.path, file, '/cert:deny'],
      },
      askCertificate: () => Promise.resolve(true),
    });
    expect(exit?.exitCode).toBe(143);
    expect(launcherOf('freerdp2').explainExit(exit ?? neverEnded)).toMatchObject({
      wasGood: false,
      help: 'certificate-changed',
    });
  });

  it('is explained when nothing listens', async () => {
    const { exit } = await start({}, 1);
    expect(launcherOf('freerdp2').explainExit(exit ?? neverEnded)).toMatchObject({
      wasGood: false,
      help: 'rdp-port-answers',
      explanation: expect.stringContaining('refused'),
    });
  });

  it('is called hanging when the server stays silent', async () => {
    const silent = await listen();
    const person = new AbortController();
    const hanging = start(
      {
        signal: person.signal,
        onStage: ({ stage }) => {
          if (stage === 'hanging') person.abort();
        },
      },
      silent.port,
      500,
    );
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
    silent.close();
  });

  it('shows its certificate without a credential', async () => {
    const never = new AbortController().signal;
    expect(await readServerCertificate('127.0.0.1', xrdp.port, never)).toEqual({
      sha1: xrdp.sha1,
      sha256: xrdp.sha256,
      isTrusted: false,
    });
    expect(await readServerCertificate('127.0.0.1', 1, never)).toBeNull();
  });
});

const neverEnded = { exitCode: -1, signal: null, stderr: 'It never ended.' };

async function listen(): Promise<{ port: number; close: () => void }> {
  const server: Server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}
