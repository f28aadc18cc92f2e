import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSigner } from '../../../main/rdp-files/signing/signer';
import { headLine, rowLines } from '../../../shared/azure/last-list';
import { VmSummary } from '../../../shared/azure/virtual-machine';
import { ConnectPlan } from '../../../shared/launch/connect';
import { Report } from '../../../shared/preflight/report';
import { parseRdp, settingsIn } from '../../../shared/rdp/parse';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { identityOf, makePublisher } from '../../support/publisher';
import { sampleVm } from '../../support/sample-vms';
import { ErrorDocument, homeOfItsOwn, run, runJson } from './run';

const Listed = z.strictObject({
  asOf: z.string(),
  partial: z.array(z.unknown()),
  saved: z.literal(true).optional(),
  vms: z.array(VmSummary),
});

let home: ReturnType<typeof homeOfItsOwn>;
let offline: readonly string[];
beforeEach(() => {
  home = homeOfItsOwn();
  const file = join(home.folder, 'offline.json');
  const names = { 'ready-01.contoso.example': ['10.1.0.4'] };
  writeFileSync(file, JSON.stringify({ extends: 'contoso', names, faults: { offline: true } }));
  offline = ['--demo-file', file];
});
afterEach(() => home.remove());

const listOnce = async () => (await runJson(Listed, 'vms', '--demo')).json;
const status = ({ results }: Report, id: string) => results.find((result) => result.id === id)?.status;
const settingsOf = (file: string) =>
  Object.fromEntries(
    settingsIn(parseRdp(new Uint8Array(readFileSync(file)))).map(({ name, value }) => [name, value]),
  );

describe('vms, without a network', () => {
  it('names the last list and how to see it', async () => {
    await listOnce();
    const { code, stdout, stderr } = await run('vms', ...offline);
    expect([code, stdout]).toEqual([69, '']);
    expect(stderr).toMatch(
      /could not be reached while listing .*The last list is of .*\(just now\): entra-rdp vms --saved shows it\./,
    );
  });

  it('says only what stopped it where no list was saved', async () => {
    const { code, json } = await runJson(ErrorDocument, 'vms', ...offline);
    expect([code, json.error.code]).toEqual([69, 'unreachable']);
    expect(json.error.message).not.toContain('last list');
  });

  it('--saved is the last list as it was, and says when', async () => {
    const live = await listOnce();
    const { code, json } = await runJson(Listed, 'vms', '--saved', ...offline);
    expect([code, json]).toEqual([0, { ...live, saved: true }]);
    const { stdout } = await run('vms', '--saved', '--filter', 'ready-02', ...offline);
    expect(stdout).toMatch(/^The list of .* \(just now\), as it was saved\. Azure was not asked\.\n\nNAME/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
  });

  it('--saved asks Azure nothing, and leaves the list as it is', async () => {
    const { asOf } = await listOnce();
    expect((await runJson(Listed, 'vms', '--saved', '--demo')).json.asOf).toBe(asOf);
  });

  it.each([
    ['another account', ['--demo-account', 'lin@contoso.example']],
    ['nobody, once signed out', []],
  ])('shows the list to %s not', async (whom, words) => {
    await listOnce();
    if (whom.startsWith('nobody')) await run('sign-out', '--demo');
    const { code, json } = await runJson(ErrorDocument, 'vms', '--saved', ...offline, ...words);
    expect([code, json.error.code]).toEqual([1, 'not-found']);
  });

  it('a broken list is named, and stops nothing else', async () => {
    await listOnce();
    const folder = join(home.folder, 'last-lists', 'demo');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'broken');
    const saved = await runJson(ErrorDocument, 'vms', '--saved', ...offline);
    expect([saved.code, saved.json.error.code]).toEqual([1, 'unreadable']);
    expect((await run('vms', ...offline)).code).toBe(69);
    expect((await run('preflight', 'ready-01', ...offline)).code).toBe(69);
    expect((await run('vms', '--demo')).code).toBe(0);
    expect((await run('vms', '--saved', ...offline)).code).toBe(0);
  });
});

describe('connect and preflight, without a network', () => {
  it.each(['ready-long-resource-name-02', 'READY-02'])('take %s from the last list', async (name) => {
    await listOnce();
    const { code, json } = await runJson(ConnectPlan, 'connect', name, '--dry-run', ...offline);
    expect(code).toBe(0);
    expect(json.report.vm).toMatchObject({ name: 'ready-long-resource-name-02', computerName: 'READY-02' });
    expect(json.report.results.filter((result) => result.status === 'fail')).toEqual([]);
    expect(json.report.headline).toBe(
      'Nothing this PC sees speaks against signing in without a password, but Azure could not be asked.',
    );
    expect(status(json.report, 'vm-is-running')).toBe('unknown');
    expect(status(json.report, 'login-role-is-assigned')).toBe('unknown');
    expect(settingsOf(json.file)).toMatchObject({
      'full address': 'READY-02',
      username: 'ada@contoso.example',
      enablerdsaadauth: '1',
    });
    const { stderr } = await run('connect', name, '--dry-run', ...offline);
    expect(stderr).toMatch(/Taking ready-long-resource-name-02 from the list of .* \(just now\)/);
  });

  it('take a resource id, too', async () => {
    const id = (await listOnce()).vms.find((vm) => vm.computerName === 'READY-02')?.id ?? '';
    const { json } = await runJson(Report, 'preflight', id, ...offline);
    expect(json.target).toMatchObject({
      address: 'READY-02',
      why: expect.stringContaining('in the last list, as Azure could not be asked') as string,
    });
  });

  it('say that Azure was not reached where the list does not have it', async () => {
    await listOnce();
    expect(await run('connect', 'reddy-01', ...offline)).toMatchObject({ code: 69, stdout: '' });
  });

  it('apply the templates of the place', async () => {
    const vm = (await listOnce()).vms.find(({ name }) => name === 'ready-01');
    const group = `--subscription ${vm?.subscriptionId} --resource-group ${vm?.resourceGroup}`;
    for (const words of [
      `contoso --level tenant --tenant-id ${vm?.tenantId} --setting redirectclipboard:i:0`,
      `apps --level resource-group ${group} --setting redirectprinters:i:1`,
    ])
      expect((await run('library', 'set', ...words.split(' '), '--demo')).code).toBe(0);
    const { json } = await runJson(ConnectPlan, 'connect', 'ready-01', '--dry-run', ...offline);
    expect(settingsOf(json.file)).toMatchObject({ redirectclipboard: '0', redirectprinters: '1' });
  });
});

describe('the library, without a network', () => {
  let signed: Uint8Array;
  beforeAll(async () => {
    const lines = [
      'full address:s:ready-01.contoso.example',
      'enablerdsaadauth:i:1',
      'authentication level:i:2',
    ];
    const document = parseRdp(encodeRdp(`${lines.join('\r\n')}\r\n`));
    const publisher = makePublisher({ name: 'Contoso Helpdesk' });
    signed = new Uint8Array((await createSigner(identityOf(publisher))(document)).bytes);
  });

  const vmId =
    '/subscriptions/11111111-aaaa-4000-a000-000000000001/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/ready-01';
  const keep = (profile: object): void => {
    const library = join(home.folder, 'demo-library');
    for (const folder of ['profiles', 'files']) mkdirSync(join(library, folder), { recursive: true });
    writeFileSync(
      join(library, 'profiles', 'ready-01.json'),
      JSON.stringify({ version: 1, kind: 'profile', id: 'ready-01', name: 'Ready', vmId, ...profile }),
    );
    writeFileSync(join(library, 'files', 'ready-01.web-account.rdp'), signed);
  };

  it('opens the signed file of the VM as it is, wherever its publisher let it lead', async () => {
    keep({ files: [{ route: 'web-account', file: 'ready-01.web-account.rdp' }] });
    const { json } = await runJson(ConnectPlan, 'connect', vmId, '--dry-run', ...offline);
    expect([json.profile?.name, json.passedOver]).toEqual(['Ready', []]);
    expect(settingsOf(json.file)['full address']).toBe('ready-01.contoso.example');
  });

  it('makes a file of the names in its profile', async () => {
    keep({ computerName: 'READY-01' });
    const { json } = await runJson(ConnectPlan, 'connect', vmId, '--dry-run', ...offline);
    expect(settingsOf(json.file)['full address']).toBe('READY-01');
    expect(json.report.target?.why).toContain('the name in the profile of the VM');
  });
});

describe('a profile of the library, where neither Azure nor the last list knows its name', () => {
  const keep = (id: string, profile: object): void => {
    const profiles = join(home.folder, 'demo-library', 'profiles');
    mkdirSync(profiles, { recursive: true });
    const entry = { version: 1, kind: 'profile', id, name: `Terminal-${id}`, ...profile };
    writeFileSync(join(profiles, `${id}.json`), JSON.stringify(entry));
  };
  const connect = (name: string) => ['connect', name, '--dry-run', ...offline];

  it.each(['ts01', 'Terminal-ts01', 'READY-02'])(
    'is found by %s, with its settings and its user',
    async (name) => {
      keep('ts01', {
        address: 'READY-02',
        username: 'lin@contoso.example',
        settings: ['redirectclipboard:i:0'],
      });
      const { code, json } = await runJson(ConnectPlan, ...connect(name));
      expect([code, json.report.vm.id]).toEqual([0, null]);
      expect(settingsOf(json.file)).toMatchObject({
        'full address': 'READY-02',
        username: 'lin@contoso.example',
        redirectclipboard: '0',
      });
      expect((await run(...connect(name))).stderr).toContain(
        'Taking the profile “Terminal-ts01” from the library.',
      );
    },
  );

  it('is the one for anybody, of several', async () => {
    keep('ts01', { address: 'READY-02', settings: ['redirectclipboard:i:0'] });
    keep('ts02', { address: 'READY-02', username: 'lin@contoso.example' });
    const { json } = await runJson(ConnectPlan, ...connect('READY-02'));
    expect(settingsOf(json.file)['redirectclipboard']).toBe('0');
  });

  it('must be one', async () => {
    keep('ts01', { address: 'READY-02', username: 'ada@contoso.example' });
    keep('ts02', { address: 'READY-02', username: 'lin@contoso.example' });
    const { code, json } = await runJson(ErrorDocument, ...connect('READY-02'));
    expect([code, json.error.code]).toEqual([64, 'ambiguous']);
    expect(json.error.message).toContain('ts01, ts02');
  });

  it('that leads nowhere says so', async () => {
    keep('ts01', {});
    const { code, json } = await runJson(ErrorDocument, ...connect('ts01'));
    expect([code, json.error.code]).toEqual([1, 'not-found']);
    expect(json.error.message).toContain('does not say where it leads');
  });
});

describe('signed out, with the list of the last sign-in', () => {
  const clientId = '33333333-3333-4333-8333-333333333333';
  const listIn = (signIn: string): void => {
    const folder = join(home.folder, 'last-lists', signIn);
    mkdirSync(folder, { recursive: true });
    const head = { asOf: '2026-11-26T14:03:00.000Z', username: 'ada', tenantId: 't', total: 1, partial: [] };
    const vm = sampleVm('nobody-has-this-01', { computerName: 'NOBODY-01' });
    writeFileSync(join(folder, '0123456789abcdef.gz'), gzipSync(headLine(head) + rowLines([vm])));
  };
  const setUp = (): void => {
    const organisation = { cloud: 'global', tenant: 'contoso.example', clientId, name: 'Contoso' };
    writeFileSync(join(home.folder, 'settings.json'), JSON.stringify({ organisation }));
    listIn(`global-${clientId}`);
  };
  const connect = ['connect', 'nobody-has-this-01', '--dry-run', '--route', 'web-account'];

  it('shows it', async () => {
    listIn('global-none');
    expect((await runJson(Listed, 'vms', '--saved')).json.vms.map(({ name }) => name)).toEqual([
      'nobody-has-this-01',
    ]);
  });

  it('asks to sign in, and names the way round', async () => {
    setUp();
    const { code, json } = await runJson(ErrorDocument, ...connect);
    expect([code, json.error.code]).toEqual([77, 'sign-in-required']);
    expect(json.error.message).toContain('entra-rdp connect nobody-has-this-01 --anyway');
  });

  it('connects without asking Azure, where a person insists', async () => {
    setUp();
    const { json } = await runJson(ConnectPlan, ...connect, '--anyway');
    expect(settingsOf(json.file)['full address']).toBe('NOBODY-01');
  });

  it('connects by the computer name where no sign-in was set up', async () => {
    listIn('global-none');
    const { json } = await runJson(ConnectPlan, ...connect);
    expect(settingsOf(json.file)['full address']).toBe('NOBODY-01');
  });
});
