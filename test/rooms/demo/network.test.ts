import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoAzure } from '../../../main/demo/demo-azure';
import { probeRdp } from '../../../main/network/probe-rdp';
import { startOverlay } from './support';

const signal = AbortSignal.timeout(20_000);

describe("the demo's network", () => {
  let demo: DemoAzure;
  beforeAll(async () => {
    const at = (address: string) => ({ interfaces: [{ privateAddresses: [address] }] });
    demo = await startOverlay({
      virtualMachines: [
        { name: 'no-entra-01', listener: 'no-entra', ...at('10.9.0.1') },
        { name: 'silent-01', listener: 'silent', ...at('10.9.0.2') },
        { name: 'ssh-01', listener: 'not-rdp', ...at('10.9.0.3') },
        { name: 'other-port-01', rdpPort: 4489, ...at('10.9.0.4') },
        { name: 'real-01', listener: 'real', ...at('127.0.0.1') },
      ],
      names: { 'Somewhere.Example': ['10.9.0.1', 'fd00::1'], 'this-machine.example': 'real' },
    });
  });
  afterAll(() => demo.close());

  it.each([
    ['ready-01', ['10.1.0.4']],
    ['READY-01.', ['10.1.0.4']],
    ['somewhere.example', ['10.9.0.1', 'fd00::1']],
    ['jump-public-01.westeurope.cloudapp.azure.com', ['203.0.113.24']],
    ['192.0.2.1', ['192.0.2.1']],
    ['localhost', ['127.0.0.1', '::1']],
    ['no-dns-01', []],
    ['nobody.example', []],
  ])('%s resolves to %j', async (name, addresses) => {
    const answer = await demo.network.resolve(name, signal);
    expect(answer.addresses.map(({ address }) => address)).toEqual(addresses);
    expect(answer.error).toBe(addresses.length ? null : 'ENOTFOUND');
  });

  it.each([
    ['10.1.0.4', { outcome: 'rdp', offersEntraSignIn: true, otherSecurity: 'HYBRID' }],
    ['203.0.113.24', { outcome: 'rdp', offersEntraSignIn: true }],
    ['10.9.0.1', { outcome: 'rdp', offersEntraSignIn: false, otherSecurity: 'HYBRID' }],
    ['10.9.0.3', { outcome: 'not-rdp' }],
    ['10.9.0.4', { outcome: 'closed' }],
    [addressOf('port-closed-01'), { outcome: 'closed' }],
  ])('what stands at %s answers as it should', async (address, expected) => {
    const at = typeof address === 'string' ? address : address(demo);
    expect(await probeRdp(demo.network, at, 3389, signal)).toMatchObject(expected);
  });

  it('answers on another port where the VM has one', async () => {
    expect(await probeRdp(demo.network, '10.9.0.4', 4489, signal)).toMatchObject({ outcome: 'rdp' });
  });

  it('accepts and says nothing where the VM is silent', async () => {
    const socket = await demo.network.dial('10.9.0.2', 3389, { timeoutMs: 2000, signal });
    socket.write(Buffer.from('0300001300', 'hex'));
    expect(await firstData(socket, 100)).toBeNull();
    socket.destroy();
  });

  it.each([
    ['an address nobody has', '198.51.100.77'],
    ['a VM that is stopped', '10.1.0.7'],
  ])('lets %s time out', async (_what, address) => {
    await expect(demo.network.dial(address, 3389, { timeoutMs: 20, signal })).rejects.toMatchObject({
      code: 'timed-out',
    });
  });

  it('stops waiting when it is told to', async () => {
    const abort = new AbortController();
    const dialling = demo.network.dial('198.51.100.77', 3389, { timeoutMs: 60_000, signal: abort.signal });
    abort.abort();
    await expect(dialling).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('hands an unreadable packet no answer', async () => {
    const socket = await demo.network.dial('10.1.0.4', 3389, { timeoutMs: 2000, signal });
    const closed = once(socket, 'close');
    socket.resume();
    socket.write('GET / HTTP/1.1\r\n\r\n'.padEnd(20_000, 'x'));
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  it('leaves what is real to this machine', async () => {
    const server = createServer((socket) => void socket.end('really me'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const socket = await demo.network.dial('127.0.0.1', port, { timeoutMs: 2000, signal });
    expect(await firstData(socket, 2000)).toBe('really me');
    server.close();
    const answer = await demo.network.resolve('this-machine.example', signal);
    expect(answer.addresses).toEqual([]);
  });
});

function addressOf(name: string) {
  return (demo: DemoAzure) =>
    demo.tenant.virtualMachines.find((vm) => vm.name === name)?.interfaces[0]?.privateAddresses[0] ?? '';
}

function firstData(socket: Duplex, withinMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), withinMs);
    socket.once('data', (data: Buffer) => {
      clearTimeout(timer);
      resolve(data.toString('utf8'));
    });
  });
}
