import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askNameServers } from '../../../main/network/ask-name-servers';
import { hostsFileAddresses, searchSuffixes } from '../../../main/network/resolver-files';
import { type DnsServer, startDnsServer } from '../../support/dns-server';
import { temporaryFolder } from '../../support/temporary-folder';

const signal = new AbortController().signal;
const started: DnsServer[] = [];
afterEach(() => {
  for (const server of started.splice(0)) server.close();
});

async function serverWith(...zone: Parameters<typeof startDnsServer>): Promise<DnsServer> {
  const server = await startDnsServer(...zone);
  started.push(server);
  return server;
}

const nothingElse = { suffixes: async () => [], hostsFile: async () => [], patienceMs: 1500 };

describe('each server', () => {
  it('is asked by itself, A and AAAA apart', async () => {
    const good = await serverWith({ 'web-01.corp.example': ['10.1.0.5', '2001:db8::5'] });
    const stale = await serverWith({ 'web-01.corp.example': ['10.1.0.9'] });
    const servers = [good.address, stale.address];
    const { asked, answers } = await askNameServers('web-01.corp.example', signal, {
      ...nothingElse,
      servers,
    });
    expect(asked).toEqual(['web-01.corp.example']);
    const name = 'web-01.corp.example';
    expect(answers).toEqual([
      { server: good.address, name, family: 'IPv4', addresses: ['10.1.0.5'], error: null },
      { server: good.address, name, family: 'IPv6', addresses: ['2001:db8::5'], error: null },
      { server: stale.address, name, family: 'IPv4', addresses: ['10.1.0.9'], error: null },
      { server: stale.address, name, family: 'IPv6', addresses: [], error: 'ENODATA' },
    ]);
    expect(good.asked.toSorted()).toEqual(['A web-01.corp.example', 'AAAA web-01.corp.example']);
  });

  it.each([
    ['knows no such name', {}, 'ENOTFOUND'],
    ['fails', { 'web-01.corp.example': 2 }, 'ESERVFAIL'],
    ['refuses', { 'web-01.corp.example': 5 }, 'EREFUSED'],
    ['is silent', { 'web-01.corp.example': 'silent' }, 'ETIMEOUT'],
    ['has an empty answer', { 'web-01.corp.example': [] }, 'ENODATA'],
  ] as const)('that %s is an answer', async (_, zone, error) => {
    const server = await serverWith(zone);
    const { answers } = await askNameServers('web-01.corp.example', signal, {
      ...nothingElse,
      servers: [server.address],
      patienceMs: 300,
    });
    expect(answers.map((answer) => answer.error)).toEqual([error, error]);
  });

  it('that is not there does not hold up the others', async () => {
    const good = await serverWith({ 'web-01.corp.example': ['10.1.0.5'] });
    const { answers } = await askNameServers('web-01.corp.example', signal, {
      ...nothingElse,
      servers: ['127.0.0.1:1', good.address],
    });
    expect(answers[0]).toMatchObject({ addresses: [], error: expect.stringMatching(/^E[A-Z]+$/) });
    expect(answers[2]).toMatchObject({ addresses: ['10.1.0.5'], error: null });
  });

  it('may answer with loopback', async () => {
    const server = await serverWith({ 'web-01.corp.example': ['127.0.0.1', '::1'] });
    const { answers } = await askNameServers('web-01.corp.example', signal, {
      ...nothingElse,
      servers: [server.address],
    });
    expect(answers.flatMap(({ addresses }) => addresses)).toEqual(['127.0.0.1', '::1']);
  });

  it('is given up when nobody waits any more', async () => {
    const server = await serverWith({ 'web-01.corp.example': 'silent' });
    const controller = new AbortController();
    const asking = askNameServers('web-01.corp.example', controller.signal, {
      ...nothingElse,
      servers: [server.address],
      patienceMs: 60_000,
    });
    controller.abort();
    await expect(asking).rejects.toMatchObject({ code: 'cancelled' });
  });
});

it('asks for a short name with each suffix too, and for a longer one as it is', async () => {
  const server = await serverWith({ 'web-01.corp.example': ['10.1.0.5'] });
  const options = { ...nothingElse, servers: [server.address], suffixes: async () => ['corp.example'] };
  const short = await askNameServers('web-01', signal, options);
  expect(short.asked).toEqual(['web-01', 'web-01.corp.example']);
  expect(short.answers.find(({ addresses }) => addresses.length)?.name).toBe('web-01.corp.example');
  expect((await askNameServers('web-01.corp.example', signal, options)).asked).toEqual([
    'web-01.corp.example',
  ]);
});

describe('files of the system', () => {
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
  });

  it('give the addresses of a name, in any case, and not of its neighbours', async () => {
    const file = join(folder, 'hosts');
    await writeFile(
      file,
      '# web-01\r\n10.1.0.5\tWEB-01 web-01.corp.example # ours\r\n10.1.0.6 web-011\r\n2001:db8::5 web-01\r\n\r\nbroken\r\n',
    );
    expect(await hostsFileAddresses('web-01', file)).toEqual(['10.1.0.5', '2001:db8::5']);
    expect(await hostsFileAddresses('web-01.corp.example.', file)).toEqual(['10.1.0.5']);
    expect(await hostsFileAddresses('web-01', join(folder, 'none'))).toBeNull();
  });

  it('give the suffixes, of which the last line counts', async () => {
    const file = join(folder, 'resolv.conf');
    await writeFile(file, 'domain old.example\nnameserver 10.0.0.4\nsearch corp.example  lab.example .\n');
    expect(await searchSuffixes(file)).toEqual(['corp.example', 'lab.example']);
    expect(await searchSuffixes(join(folder, 'none'))).toEqual([]);
  });
});

const program = 'dnsmasq';
const hasDnsmasq = spawnSync(program, ['--version']).status === 0;
if (!hasDnsmasq) console.log('Skipped: dnsmasq is not installed, so no real DNS server was asked.');

it.runIf(hasDnsmasq)('understands a real server', async () => {
  const port = 20_000 + (process.pid % 20_000);
  const dnsmasq = spawn(
    program,
    [
      '--no-daemon',
      '--no-resolv',
      '--no-hosts',
      `--port=${port}`,
      '--listen-address=127.0.0.1',
      '--bind-interfaces',
      '--pid-file=',
      '--host-record=web-01.corp.example,10.1.0.5',
      '--local=/corp.example/',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await once(dnsmasq.stderr, 'data');
  const options = { ...nothingElse, servers: [`127.0.0.1:${port}`] };
  const known = await askNameServers('web-01.corp.example', signal, options);
  const unknown = await askNameServers('db-01.corp.example', signal, options);
  dnsmasq.kill();
  expect(known.answers.map(({ addresses, error }) => [addresses, error])).toEqual([
    [['10.1.0.5'], null],
    [[], 'ENODATA'],
  ]);
  expect(unknown.answers.map(({ error }) => error)).toEqual(['ENOTFOUND', 'ENOTFOUND']);
});
