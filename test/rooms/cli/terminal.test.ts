import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConnectOutcome, ConnectPlan } from '../../../shared/launch/connect';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
beforeAll(() => {
  home = homeOfItsOwn();
});
afterAll(() => home.remove());

it('lists the VMs with both their names', async () => {
  const { code, json } = await runJson(
    z.object({ vms: z.array(z.object({ name: z.string(), computerName: z.string() })) }),
    'vms',
    '--demo',
    '--filter',
    'long',
  );
  expect(code).toBe(0);
  expect(json.vms.map(({ name, computerName }) => [name, computerName])).toEqual([
    ['ready-long-resource-name-02', 'READY-02'],
  ]);
});

it('writes a file that mstsc and FreeRDP read', async () => {
  const file = join(home.folder, 'ready 02 & co.rdp');
  const { code, json } = await runJson(z.looseObject({}), 'profile', 'READY-02', '--demo', '--out', file);
  expect([code, json]).toEqual([
    0,
    expect.objectContaining({
      file,
      route: 'web-account',
      address: 'READY-02',
      username: 'ada@contoso.example',
      signed: false,
    }),
  ]);
  const bytes = readFileSync(file);
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect(bytes.toString('utf16le').split('\r\n')).toEqual(
    expect.arrayContaining(['enablerdsaadauth:i:1', expect.stringMatching(/full address:s:READY-02/)]),
  );
});

it('plans a connection without starting anything, in a file only its owner can read', async () => {
  const { code, json } = await runJson(ConnectPlan, 'connect', 'ready-01', '--demo', '--dry-run');
  expect([code, json.route, json.client?.command]).toEqual([
    0,
    'web-account',
    ['C:\\Windows\\System32\\mstsc.exe', json.file],
  ]);
  expect(statSync(json.file).mode & 0o077).toBe(0);
});

it('stops at a closed route and starts nothing', async () => {
  const { code, json } = await runJson(ConnectOutcome, 'connect', 'no-role-01', '--demo');
  expect([code, json.outcome]).toEqual([1, 'stopped']);
});

it('says who is signed in', async () => {
  const { code, stdout } = await run('account', '--demo', '--demo-account', 'hedy@contoso.example');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^hedy@contoso\.example/)]);
});

it('tells what this PC is', async () => {
  const { code, json } = await runJson(z.looseObject({}), 'this-pc', '--demo');
  expect([code, json]).toEqual([
    0,
    expect.objectContaining({
      os: 'windows',
      build: 26100,
      joined: 'entra-joined',
      clients: [expect.objectContaining({ id: 'mstsc' })],
    }),
  ]);
});

describe('bad input gets a named error and the right exit code', () => {
  it.each([
    ['a VM that fits none', ['preflight', 'reddy-01', '--demo'], 1, 'not-found', /ready-01/],
    ['an empty name', ['preflight', '', '--demo'], 64, 'invalid-request', /name/i],
    ['a route that is none', ['connect', 'ready-01', '--route', 'magic'], 64, 'invalid-request', /magic/],
    [
      'a port that is none',
      ['connect', 'ready-01', '--demo', '--port', '99999'],
      64,
      'invalid-request',
      /99999/,
    ],
    [
      'an account that is none',
      ['vms', '--demo', '--demo-account', 'eve@contoso.example'],
      64,
      'invalid-request',
      /ada@contoso/,
    ],
    [
      'a demo file that is not there',
      ['vms', '--demo-file', '/nowhere/tenant.json'],
      1,
      'not-found',
      /tenant\.json/,
    ],
    ['a set-up file that is not there', ['setup', '/nowhere/setup.json'], 1, 'not-found', /setup\.json/],
    ['no place to write', ['profile', 'ready-01', '--demo'], 64, 'invalid-request', /--out/],
    ['nobody signed in', ['vms'], 77, 'sign-in-required', /signed in/],
    ['no client id', ['sign-in'], 77, 'not-configured', /setup/],
  ])('%s', async (_, words, code, name, message) => {
    const ran = await runJson(ErrorDocument, ...words);
    expect([ran.code, ran.json.error]).toEqual([
      code,
      expect.objectContaining({ code: name, message: expect.stringMatching(message) }),
    ]);
    expect(ran.json.error.message).not.toMatch(/\n\s+at /);
  });

  it('names every fault of a demo file by its path', async () => {
    const file = join(home.folder, 'broken.json');
    writeFileSync(
      file,
      JSON.stringify({ extends: 'contoso', virtualMachines: [{ name: 7, listener: 'loud' }] }),
    );
    const { code, json } = await runJson(ErrorDocument, 'vms', '--demo-file', file);
    expect([code, json.error.code]).toEqual([64, 'invalid-request']);
    expect(json.error.message).toMatch(/virtualMachines\[\d+\]\.name[\s\S]*virtualMachines\[\d+\]\.listener/);
  });
});
