import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../../shared/preflight/report';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

let home: ReturnType<typeof homeOfItsOwn>;
const inHome = (name: string) => join(home.folder, name);
const lin = ['--demo', '--demo-account', 'lin@contoso.example'];
const hedy = ['--demo', '--demo-account', 'hedy@contoso.example'];
const forLin = ['--for', 'lin@contoso.example', ...hedy];

const saved: Record<string, Report> = {};
beforeAll(async () => {
  home = homeOfItsOwn();
  const runs: readonly (readonly [string, readonly string[]])[] = [
    ['lin', ['ready-01', ...lin]],
    ['for-lin', ['ready-01', ...forLin]],
    ['hedy', ['ready-01', ...hedy]],
    ['no-role', ['no-role-01', '--demo']],
    ['no-role-for-lin', ['no-role-01', ...forLin]],
    ['for-mae', ['ready-01', '--for', 'mae@contoso.example', ...hedy]],
  ];
  for (const [name, words] of runs) {
    const file = inHome(`${name}.json`);
    saved[name] = (await runJson(Report, 'preflight', ...words, '--save-evidence', file)).json;
  }
}, 60_000);
afterAll(() => home.remove());

const statuses = (report: Report | undefined) => report?.results.map(({ id, routes }) => [id, routes]);

describe('saved evidence', () => {
  it('is judged again as it was, with nobody signed in and nothing of a VM named', async () => {
    const { code, json } = await runJson(Report, 'preflight', '--evidence', inHome('lin.json'));
    expect([code, json]).toEqual([0, saved['lin']]);
    expect((await runJson(Report, 'preflight', '--evidence', inHome('no-role.json'))).code).toBe(1);
  });

  it('is for its owner alone, and holds no token', () => {
    expect(statSync(inHome('hedy.json')).mode & 0o077).toBe(0);
    expect(readFileSync(inHome('hedy.json'), 'utf8')).not.toMatch(/eyJ[\w-]{10,}|refresh_token|access_token/);
  });

  it('is judged by the baseline and the route that are asked for', async () => {
    const file = inHome('lin.json');
    const strict = await runJson(Report, 'preflight', '--evidence', file, '--baseline', '2025-12');
    expect(strict.json.baseline).toBe('2025-12');
    const route = ['--route', 'bastion-client'];
    expect((await runJson(Report, 'preflight', '--evidence', file, ...route)).code).toBe(2);
  });

  it('may be named with the VM it is about, by any of its names, and with no other', async () => {
    const file = ['--evidence', inHome('lin.json')];
    expect((await run('preflight', 'READY-01', ...file)).code).toBe(0);
    const { code, json } = await runJson(ErrorDocument, 'preflight', 'stopped-01', ...file);
    expect([code, json.error.message]).toEqual([
      64,
      expect.stringContaining('is about ready-01, not stopped-01'),
    ]);
  });

  it.each(['lin', 'for-lin', 'hedy', 'no-role'])('of %s is judged the same with stand-ins', async (name) => {
    const masked = inHome(`${name}-masked.json`);
    await run('preflight', '--evidence', inHome(`${name}.json`), '--save-evidence', masked, '--mask');
    const text = readFileSync(masked, 'utf8');
    expect(text).not.toMatch(/contoso|ready-01|no-role-01|\blin\b|hedy|10\.1\.0\.4/i);
    const { json } = await runJson(Report, 'preflight', '--evidence', masked);
    expect(statuses(json)).toEqual(statuses(saved[name]));
  });
});

describe('two files', () => {
  const join2 = (a: string, b: string) => ['--evidence', inHome(a), '--evidence', inHome(b)];

  it.each([
    ['the person first', 'lin.json', 'for-lin.json'],
    ['the helpdesk first', 'for-lin.json', 'lin.json'],
  ])('make one report of the PC of one and the Azure of the other: %s', async (_, a, b) => {
    const { code, json } = await runJson(Report, 'preflight', ...join2(a, b));
    expect([code, json.recommended, json.account]).toEqual([0, 'web-account', 'lin@contoso.example']);
    const of = (id: string) => json.results.find((result) => result.id === id)?.status;
    expect([
      of('entra-device-exists'),
      of('target-name-is-registered'),
      of('pc-build-supports-web-account'),
    ]).toEqual(['pass', 'pass', 'pass']);
    // What hedy may read says nothing of what lin may.
    expect(of('bastion-rights')).toBe('unknown');
    expect(json.sources?.map(({ file, account }) => [file, account])).toEqual([
      [inHome('lin.json'), 'lin@contoso.example'],
      [inHome('for-lin.json'), 'hedy@contoso.example'],
    ]);
    expect(json.sources?.[0]?.facts).toContain('rdpProbe');
    expect(json.sources?.[1]?.facts).toContain('vmDevices');
  });

  it('never take the helpdesk’s own roles for the person’s', async () => {
    const { json } = await runJson(Report, 'preflight', ...join2('lin.json', 'hedy.json'));
    const role = json.results.find(({ id }) => id === 'login-role-is-assigned');
    expect(role?.found).toContain('lin@contoso.example may sign in');
    expect(json.sources?.[0]?.facts).toContain('permissions');
  });

  it('say where each is from, for a reader', async () => {
    const { stdout } = await run('preflight', ...join2('lin.json', 'for-lin.json'));
    expect(stdout).toMatch(/This PC, its network and the account: .*lin\.json, saved .* by lin@contoso/);
    expect(stdout).toMatch(/Azure and Entra ID: .*for-lin\.json, saved .* by hedy@contoso/);
  });

  it('can be saved as one', async () => {
    const whole = inHome('whole.json');
    await run('preflight', ...join2('lin.json', 'for-lin.json'), '--save-evidence', whole);
    const { json } = await runJson(Report, 'preflight', '--evidence', whole);
    expect(json.sources).toHaveLength(2);
  });

  it.each([
    ['two VMs', 'lin.json', 'no-role-for-lin.json', /two virtual machines/],
    ['two people', 'lin.json', 'for-mae.json', /two people: lin@contoso.example and mae@contoso.example/],
    ['stand-ins', 'lin-masked.json', 'for-lin.json', /stand-ins/],
  ])('about %s are refused', async (_, a, b, words) => {
    await run(
      'preflight',
      '--evidence',
      inHome('lin.json'),
      '--save-evidence',
      inHome('lin-masked.json'),
      '--mask',
    );
    const { code, json } = await runJson(ErrorDocument, 'preflight', ...join2(a, b));
    expect([code, json.error]).toEqual([
      64,
      expect.objectContaining({ code: 'invalid-request', message: expect.stringMatching(words) }),
    ]);
  });

  it('may be one that is read just now', async () => {
    const { code, json } = await runJson(
      Report,
      'preflight',
      'ready-01',
      ...forLin,
      '--evidence',
      inHome('lin.json'),
    );
    expect([code, json.recommended]).toEqual([0, 'web-account']);
  });
});

describe('a file that cannot be used gets a named error and the right exit code', () => {
  const badFiles: readonly (readonly [string, (path: string) => void, number, string, RegExp])[] = [
    [
      'cut off',
      (path) => writeFileSync(path, readFileSync(inHome('lin.json')).subarray(0, 2000)),
      64,
      'invalid-request',
      /cut off/,
    ],
    ['of a newer version', (path) => change(path, { version: 2 }), 64, 'invalid-request', /newer version/],
    [
      'of a version that never was',
      (path) => change(path, { version: 0 }),
      64,
      'invalid-request',
      /never was a format 0/,
    ],
    [
      'with wrong types',
      (path) => change(path, { gathered: { vm: { value: 'running' } } }),
      64,
      'invalid-request',
      /gathered\.vm/,
    ],
    ['huge', (path) => huge(path), 1, 'unreadable', /100,000,000 bytes/],
    ['a folder', (path) => mkdirSync(path), 64, 'invalid-request', /is a folder/],
    ['not there', () => undefined, 1, 'not-found', /no such file/],
  ];
  const change = (path: string, part: object) =>
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(inHome('lin.json'), 'utf8')), ...part }));
  const huge = (path: string) => {
    writeFileSync(path, '{"schema":"');
    truncateSync(path, 100_000_000);
  };

  it.each(badFiles)('%s', async (name, make, exit, code, words) => {
    const path = inHome(`bad ${name}.json`);
    make(path);
    const ran = await runJson(ErrorDocument, 'preflight', '--evidence', path);
    expect([ran.code, ran.json.error.code]).toEqual([exit, code]);
    expect(ran.json.error.message).toMatch(words);
  });

  it('with hostile keys is read without them', async () => {
    const path = inHome('hostile.json');
    const text = readFileSync(inHome('lin.json'), 'utf8');
    writeFileSync(path, text.replace('"gathered": {', '"gathered": {"__proto__": {"vm": {"value": 7}},'));
    const { json } = await runJson(Report, 'preflight', '--evidence', path);
    expect(json).toEqual(saved['lin']);
    expect('vm' in {}).toBe(false);
  });

  it.each([
    ['nothing to look at', [], /--evidence FILE/],
    ['a mask and nothing to save', ['ready-01', '--demo', '--mask'], /--save-evidence/],
    ['nobody to judge for', ['ready-01', '--demo', '--for', ' '], /for whom/],
    ['a folder to save as', ['ready-01', '--demo', '--save-evidence', '.'], /is a folder/],
    ['three files', ['--evidence', 'a', '--evidence', 'b', '--evidence', 'c'], /twice at most/],
    [
      'somebody else and no VM',
      ['--for', 'lin@contoso.example', '--evidence', 'a'],
      /Name the virtual machine/,
    ],
  ])('%s is a mistake of usage', async (_, words, message) => {
    const { code, json } = await runJson(ErrorDocument, 'preflight', ...words);
    expect([code, json.error.message]).toEqual([64, expect.stringMatching(message)]);
  });

  it('is not written where it cannot be', async () => {
    const file = inHome('no such folder/evidence.json');
    const { code, json } = await runJson(
      ErrorDocument,
      'preflight',
      '--evidence',
      inHome('lin.json'),
      '--save-evidence',
      file,
    );
    expect([code, json.error.code]).toEqual([1, 'not-found']);
  });
});
