import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertRdp } from '../../../shared/rdp/convert';
import { encodeFile } from '../../../shared/rdp/encode';
import type { RdpEncoding } from '../../../shared/rdp/encoding';
import { lintRdp } from '../../../shared/rdp/lint/lint';
import { parseRdp } from '../../../shared/rdp/parse';
import { temporaryFolder } from '../../support/temporary-folder';
import { endOf, startDisplay, type XDisplay } from '../../support/x-display';

const missing = ['xfreerdp', 'Xvfb'].filter((name) => spawnSync(name, ['-help'], { stdio: 'ignore' }).error);
if (missing.length) console.warn(`No real RDP client reads a file: ${missing.join(', ')} not installed.`);

describe.skipIf(missing.length > 0)('FreeRDP, handed a file', () => {
  let server: Server;
  let display: XDisplay;
  let folder: string;
  let heard: (said: string) => void = () => undefined;

  beforeAll(async () => {
    folder = temporaryFolder();
    display = await startDisplay('Xvfb', ['-screen', '0', '800x600x24', '-nolisten', 'tcp']);
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        heard(data.toString('latin1'));
        socket.destroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await display.close();
  });

  /** The cookie of the client's first packet, which holds the user name of the file; null where none came. */
  async function cookieSent(bytes: Uint8Array): Promise<string | null> {
    const file = join(folder, 'büro.rdp');
    writeFileSync(file, bytes);
    const said = new Promise<string>((resolve) => {
      heard = resolve;
    });
    const client = spawn('xfreerdp', [file, '/p:not-a-real-one', '/cert:ignore'], {
      env: { ...process.env, DISPLAY: display.name, HOME: folder },
      stdio: 'ignore',
    });
    const ended = new Promise<null>((resolve) => client.once('exit', () => resolve(null)));
    const first = await Promise.race([said, ended]);
    await endOf(client);
    return first === null ? null : (/mstshash=([^\r]*)/.exec(first)?.[1] ?? '');
  }

  const fileAs = (encoding: RdpEncoding, hasByteOrderMark: boolean, ending = '\r\n') => {
    const { port } = server.address() as AddressInfo;
    const lines = [`full address:s:127.0.0.1:${port}`, 'remoteapplicationname:s:büro', 'username:s:ada'];
    return encodeFile(lines.map((line) => line + ending).join(''), { encoding, hasByteOrderMark });
  };
  const shapes: [RdpEncoding, boolean][] = [
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
    ['utf-8', true],
    ['utf-8', false],
    ['windows-1252', false],
  ];

  it.each(shapes)(
    'of %s, mark: %s, opens it exactly where our lint does not object',
    async (encoding, mark) => {
      const bytes = fileAs(encoding, mark);
      const objects = lintRdp(parseRdp(bytes)).some(
        ({ rule, severity }) => rule === 'encoding' && severity === 'medium',
      );
      expect(await cookieSent(bytes)).toBe(objects ? null : 'ada');
    },
  );

  it.each(shapes)('of %s, mark: %s, opens it once converted', async (encoding, mark) => {
    const document = parseRdp(fileAs(encoding, mark));
    expect(await cookieSent(convertRdp(document, { encoding: 'utf-16le' }))).toBe('ada');
    expect(await cookieSent(convertRdp(document, { encoding: 'utf-8', lineEnds: 'lf' }))).toBe('ada');
  });
});
