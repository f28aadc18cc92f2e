import { readdir, readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../../../shared/azure/virtual-machine';
import { AppError } from '../../../shared/errors/app-error';
import type { Gathered } from '../../../shared/preflight/fact';
import type { Profile } from '../../../shared/profiles/profile';
import type { Template } from '../../../shared/profiles/template';
import { decodeRdp } from '../../../shared/rdp/decode';
import {
  connectIn as connectInWorld,
  freerdp2,
  gatheredWith,
  mstsc,
  reportWith,
  request,
  vmId,
  type World,
} from '../../support/connect-world';
import { profileOf, templateOf } from '../../support/templates';
import { temporaryFolder } from '../../support/temporary-folder';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

const connectIn = (world: Omit<World, 'root'>) => connectInWorld({ root, ...world });
const lines = async (path: string) => decodeRdp(await readFile(path)).text.split('\r\n');

describe('connect', () => {
  it('takes the recommended route, writes its file and starts the client with it', async () => {
    let written: string[] = [];
    const { connect } = connectIn({
      gathered: gatheredWith([freerdp2]),
      report: reportWith({ 'web-account': 'closed' }, 'password'),
      startClient: async (start) => {
        written = await lines(start.file);
        expect(start).toMatchObject({ route: 'password', host: 'READY-01', username: 'ada@contoso.example' });
        return {
          command: ['/clients/freerdp2', start.file],
          startedAt: '2026-11-22T18:00:00.000Z',
          ranForMs: 10,
          exit: { exitCode: 140, signal: null, stderr: '' },
        };
      },
    });
    expect(await connect(request())).toMatchObject({
      outcome: 'ended',
      route: 'password',
      exitCode: 140,
      wasGood: false,
      help: 'target-name-resolves',
    });
    expect(written).toContain('username:s:AzureAD\\ada@contoso.example');
    expect(written).toContain('enablerdsaadauth:i:0');
    // FreeRDP has ended: its file is not needed any more.
    expect(await readdir(root)).toEqual([]);
  });

  it.each([
    ['every route is closed', reportWith({ 'web-account': 'closed' }, null), {}],
    [
      'the asked route is closed',
      reportWith({ 'web-account': 'closed' }, 'password'),
      { route: 'web-account' },
    ],
  ] as const)('stops with the report when %s', async (_, report, wish) => {
    const { connect, starts } = connectIn({ report });
    expect(await connect(request(wish))).toEqual({
      outcome: 'stopped',
      report,
      route: 'route' in wish ? wish.route : null,
    });
    expect(starts).toEqual([]);
  });

  it('connects anyway when a person insists', async () => {
    const { connect, starts } = connectIn({ report: reportWith({ 'web-account': 'closed' }, null) });
    await connect(request({ anyway: true }));
    expect(starts).toMatchObject([{ route: 'web-account' }]);
  });

  it('is not stopped by what could not be looked at', async () => {
    const { connect, starts } = connectIn({
      report: reportWith({ 'web-account': 'unknown' }, 'web-account'),
    });
    await connect(request());
    expect(starts).toHaveLength(1);
  });

  it('hands over to a client that does not say how it went', async () => {
    const outcome = await connectIn({}).connect(request());
    expect(outcome).toMatchObject({ outcome: 'handed-over', client: { id: 'mstsc' } });
    expect(outcome).toHaveProperty('expect.0', expect.stringContaining('unticked'));
    // Another process may still be reading it.
    expect(await readdir(root)).toHaveLength(1);
  });

  it('tells what Windows wrote down about the end', async () => {
    const written = { wasGood: false, explanation: 'Entra ID refused.', help: 'rdp-client-ended' } as const;
    expect(await connectIn({ written }).connect(request())).toMatchObject({ outcome: 'ended', ...written });
  });

  it('tells of a client that fails at once', async () => {
    const end = { ranForMs: 100, exit: { exitCode: 5, signal: null, stderr: '' } };
    expect(await connectIn({ end }).connect(request())).toMatchObject({
      outcome: 'ended',
      wasGood: false,
      exitCode: 5,
    });
  });

  it('never starts a program of a PC that is only described', async () => {
    const { connect, starts } = connectIn({ isDescribedPc: true });
    await expect(connect(request())).rejects.toMatchObject({ code: 'not-here', help: 'demo-azure' });
    expect(starts).toEqual([]);
    expect(await readdir(root)).toEqual([]);
  });

  it('leaves no file behind where the client could not be started', async () => {
    const { connect } = connectIn({
      startClient: () => Promise.reject(new AppError('client-missing', 'It is gone.')),
    });
    await expect(connect(request())).rejects.toMatchObject({ code: 'client-missing' });
    expect(await readdir(root)).toEqual([]);
  });

  it('gives the client the certificate Azure knows the VM by', async () => {
    const vm = { value: { instanceView: { rdpThumbprint: 'AB12' } } } as unknown as NonNullable<
      Gathered['vm']
    >;
    const { connect, starts } = connectIn({ gathered: gatheredWith([mstsc], { vm }) });
    await connect(request());
    expect(starts).toMatchObject([{ thumbprint: 'AB12' }]);
  });

  it.each(['bastion-client', 'bastion-portal'] as const)('says how to take %s by hand', async (route) => {
    await expect(connectIn({}).connect(request({ route }))).rejects.toMatchObject({
      code: 'not-here',
      help: 'bastion-serves-the-vm',
      message: expect.stringContaining('https://portal.azure.us'),
    });
  });
});

describe('the client', () => {
  const both = gatheredWith([mstsc, freerdp2]);

  it.each([
    ['the first that can', null, undefined, 'password', 'mstsc'],
    ['the preferred', 'freerdp2', undefined, 'password', 'freerdp2'],
    ['the first where the preferred cannot', 'freerdp2', undefined, 'web-account', 'mstsc'],
    ['the one asked for', null, 'freerdp2', 'password', 'freerdp2'],
  ] as const)('is %s', async (_, preferred, asked, route, id) => {
    const { connect, starts } = connectIn({ gathered: both, preferred });
    await connect(request({ route, client: asked }));
    expect(starts).toMatchObject([{ client: { id } }]);
  });

  it.each([
    ['one we do not know', 'putty', 'web-account', 'invalid-request', 'mstsc, windows-app'],
    ['one that is not installed', 'remmina', 'password', 'client-missing', 'mstsc, freerdp2'],
    [
      'one that cannot',
      'freerdp2',
      'web-account',
      'client-failed',
      'FreeRDP 2 cannot sign in with a web account.',
    ],
  ] as const)('is refused when it is %s', async (_, asked, route, code, words) => {
    await expect(
      connectIn({ gathered: both }).connect(request({ route, client: asked })),
    ).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  it('is missing where none can take the route', async () => {
    await expect(connectIn({ gathered: gatheredWith([freerdp2]) }).connect(request())).rejects.toMatchObject({
      code: 'client-missing',
      help: 'rdp-client-is-installed',
      message: expect.stringContaining('FreeRDP 2 cannot sign in with a web account.'),
    });
  });
});

describe('plan', () => {
  it('does everything but start the client', async () => {
    const { planConnect, starts } = connectIn({});
    const plan = await planConnect(request());
    expect(plan).toMatchObject({
      route: 'web-account',
      client: { id: 'mstsc', command: ['/clients/mstsc', plan.file] },
    });
    expect(await lines(plan.file)).toContain('full address:s:READY-01');
    expect(starts).toEqual([]);
  });

  it('is still a plan without a client', async () => {
    const plan = await connectIn({ gathered: gatheredWith([]) }).planConnect(request());
    expect(plan.client).toBeNull();
  });

  it('says that every route is closed', async () => {
    await expect(
      connectIn({ report: reportWith({ 'web-account': 'closed' }, null) }).planConnect(request()),
    ).rejects.toMatchObject({ code: 'route-closed', message: expect.stringContaining('The VM is stopped.') });
  });
});

describe('profile', () => {
  const profileRequest = { subject: { vmId }, signal: new AbortController().signal };

  it('is composed for the recommended route', async () => {
    const profile = await connectIn({}).composeProfile(profileRequest);
    expect(profile).toMatchObject({
      suggestedName: 'ready-01.rdp',
      route: 'web-account',
      address: 'READY-01',
      username: 'ada@contoso.example',
      warnings: [],
    });
    expect(decodeRdp(profile.bytes).text).toContain('enablerdsaadauth:i:1');
    expect(await readdir(root)).toEqual([]);
  });

  it('says what speaks against its route, and is written all the same', async () => {
    const report = reportWith({ 'web-account': 'closed' }, null);
    expect((await connectIn({ report }).composeProfile(profileRequest)).warnings).toEqual([
      'ready-01 is stopped.',
    ]);
  });

  it('leads to the public name where the password route cannot resolve the VM', async () => {
    const target = {
      value: {
        address: 'READY-01',
        port: 3390,
        why: '',
        isRegistered: true,
        resolves: false,
        passwordFallback: '20.30.40.50',
      },
    };
    const gathered = gatheredWith([mstsc], { target });
    const profile = await connectIn({ gathered }).composeProfile({ ...profileRequest, route: 'password' });
    expect(profile.address).toBe('20.30.40.50');
    expect(profile.warnings[0]).toBe('READY-01 does not resolve, so the file leads to 20.30.40.50 instead.');
    expect(decodeRdp(profile.bytes).text).toContain('full address:s:20.30.40.50:3390');
  });

  it('cannot be composed without a target, and says why', async () => {
    const target = {
      problem: { code: 'access-denied', message: 'Azure denied reading the VM.', missing: null },
    } as const;
    await expect(
      connectIn({ gathered: gatheredWith([mstsc], { target }) }).composeProfile(profileRequest),
    ).rejects.toMatchObject({
      code: 'access-denied',
      message: expect.stringContaining('Azure denied reading the VM.'),
    });
  });

  it('leaves the user name out where nobody is signed in', async () => {
    const account = { problem: { code: 'sign-in-required', message: 'Sign in.', missing: null } } as const;
    const profile = await connectIn({ gathered: gatheredWith([mstsc], { account }) }).composeProfile(
      profileRequest,
    );
    expect(decodeRdp(profile.bytes).text).not.toMatch(/^username:/m);
  });
});

describe('templates of the library', () => {
  const profileRequest = { subject: { vmId }, signal: new AbortController().signal };
  const everybody = { appliesTo: { level: 'organisation' } } as const;
  const stored = <Entry extends Template | Profile>(entry: Entry) => ({ entry, revision: '1' });
  const contents = (templates: readonly Template[], profiles: readonly Profile[] = []) => ({
    templates: templates.map(stored),
    profiles: profiles.map(stored),
    problems: [],
  });

  it('are laid under the profile of the VM, and what is given over both', async () => {
    const world = {
      contents: contents(
        [templateOf('all', ['redirectclipboard:i:1', 'audiomode:i:2', 'session bpp:i:16'], everybody)],
        [profileOf('mine', { vmId, settings: ['audiomode:i:1', 'session bpp:i:24'] })],
      ),
    };
    const given = [{ name: 'session bpp', type: 'i', value: '15' }] as const;
    const { bytes, settings } = await connectIn(world).composeProfile({ ...profileRequest, given });
    const text = decodeRdp(bytes).text;
    for (const line of ['redirectclipboard:i:1', 'audiomode:i:1', 'session bpp:i:15']) {
      expect(text).toContain(`${line}\r\n`);
    }
    expect(settings.find(({ name }) => name === 'audiomode')?.origin).toEqual({
      kind: 'profile',
      id: 'mine',
      name: 'mine',
    });
  });

  it('apply to what Connect opens, by the tag of the VM', async () => {
    const vm = { value: { tags: { department: 'finance' } } as unknown as VirtualMachine };
    const appliesTo = { level: 'tag', tag: 'Department', value: 'finance' } as const;
    const { file } = await connectIn({
      gathered: gatheredWith([mstsc], { vm }),
      contents: contents([templateOf('finance', ['redirectprinters:i:1'], { appliesTo })]),
    }).planConnect(request());
    expect(await lines(file)).toContain('redirectprinters:i:1');
  });

  it.each([
    ['where it is open', 'open', 'password'],
    ['and never where it is closed', 'closed', 'web-account'],
  ] as const)('choose the route %s', async (_, state, route) => {
    const { planConnect } = connectIn({
      report: reportWith({ password: state }, 'web-account'),
      contents: contents([templateOf('all', [], { ...everybody, route: 'password' })]),
    });
    expect((await planConnect(request())).route).toBe(route);
    expect((await planConnect(request({ route: 'web-account' }))).route).toBe('web-account');
  });

  it('that cannot be laid are told and stop nobody', async () => {
    const ring = [templateOf('a', [], { inherits: 'b' }), templateOf('b', [], { inherits: 'a' })];
    const { composeProfile } = connectIn({
      contents: contents(ring, [profileOf('mine', { vmId, template: 'a' })]),
    });
    expect((await composeProfile(profileRequest)).warnings).toEqual([
      'No template was applied. Templates inherit from each other in a ring: b → a. Take one of them out of it.',
    ]);
    await expect(composeProfile({ ...profileRequest, template: 'a' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await expect(composeProfile({ ...profileRequest, template: 'c' })).rejects.toThrow(
      'There is no template “c”',
    );
  });
});
