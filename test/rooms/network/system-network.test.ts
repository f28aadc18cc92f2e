import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { systemNetwork } from '../../../main/network/system-network';

const network = systemNetwork();
const signal = new AbortController().signal;

describe('resolving', () => {
  it('asks the hosts file too', async () => {
    const { addresses, error } = await network.resolve('localhost', signal);
    expect(error).toBeNull();
    expect(addresses.map(({ address }) => address)).toContain('127.0.0.1');
  });

  it.each([
    ['that nobody has', 'nobody-has-this.invalid'],
    ['that is too long', `${'x'.repeat(70)}.example`],
    ['with a zero in it', 'a\u0000b'],
  ])('gives the reason for a name %s', async (_, name) => {
    const resolution = await network.resolve(name, signal);
    expect(resolution).toMatchObject({ name, addresses: [], error: expect.stringMatching(/^E[A-Z_]+$/) });
  });

  it('says that no server answered, once it has waited long enough', async () => {
    const mute = systemNetwork({ lookUp: () => new Promise(() => undefined), limitMs: 1 });
    expect(await mute.resolve('ready-01', signal)).toEqual({
      name: 'ready-01',
      addresses: [],
      error: 'ETIMEDOUT',
    });
  });

  it('is dropped when nobody waits any more', async () => {
    const controller = new AbortController();
    const resolving = network.resolve('localhost', controller.signal);
    controller.abort();
    await expect(resolving).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('dialling', () => {
  it('opens a connection', async () => {
    const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const stream = await network.dial('127.0.0.1', port, { timeoutMs: 5000, signal });
    const [data] = (await once(stream, 'data')) as [Buffer];
    expect(data.toString()).toBe('hello');
    stream.destroy();
    server.close();
  });

  it('names the code of a refusal', async () => {
    const dialling = network.dial('127.0.0.1', 1, { timeoutMs: 5000, signal });
    await expect(dialling).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('127.0.0.1, port 1'),
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it.runIf(process.platform === 'linux')('gives up after its time where packets are dropped', async () => {
    const silent = await startUnaccepting();
    const dialling = network.dial('127.0.0.1', silent.port, { timeoutMs: 300, signal });
    await expect(dialling).rejects.toMatchObject({ code: 'timed-out' });
    silent.close();
  });

  it('ends when its caller gives up', async () => {
    const controller = new AbortController();
    const dialling = network.dial('127.0.0.1', 1, { timeoutMs: 5000, signal: controller.signal });
    controller.abort();
    await expect(dialling).rejects.toMatchObject({ code: 'cancelled' });
    await expect(
      network.dial('127.0.0.1', 1, { timeoutMs: 5000, signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});

/** A port whose queue is full and whose process is asleep: Linux drops what comes, as a firewall does. */
async function startUnaccepting(): Promise<{ readonly port: number; close(): void }> {
  const script =
    "require('net').createServer().listen({port:0,host:'127.0.0.1',backlog:1},function(){console.log(this.address().port)})";
  const server = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  server.kill('SIGSTOP');
  const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(fillers.slice(0, 2).map((filler) => once(filler, 'connect')));
  return {
    port,
    close: () => {
      for (const filler of fillers) filler.destroy();
      server.kill('SIGKILL');
    },
  };
}
