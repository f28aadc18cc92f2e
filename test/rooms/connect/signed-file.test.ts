import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSigner } from '../../../main/rdp-files/signing/signer';
import { verifyRdp } from '../../../main/rdp-files/signing/verify';
import { AppError } from '../../../shared/errors/app-error';
import type { ConnectStage } from '../../../shared/launch/connect';
import { Profile } from '../../../shared/profiles/profile';
import { parseRdp, settingsIn } from '../../../shared/rdp/parse';
import { encodeRdp } from '../../../shared/rdp/serialize';
import { readBlob } from '../../../shared/rdp/signature/blob';
import { prepareToSign } from '../../../shared/rdp/signature/prepare';
import {
  connectIn,
  gatheredWith,
  mstsc,
  reportWith,
  request,
  vmId,
  type World,
} from '../../support/connect-world';
import { identityOf, type MadeCertificate, makePublisher } from '../../support/publisher';
import { temporaryFolder } from '../../support/temporary-folder';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

let publisher: MadeCertificate;
beforeAll(() => {
  publisher = makePublisher({ name: 'Contoso Helpdesk' });
});

const ours = [
  'full address:s:READY-01',
  'enablerdsaadauth:i:1',
  'redirectclipboard:i:1',
  'authentication level:i:2',
];
const sign = async (...lines: readonly string[]) => {
  const document = parseRdp(encodeRdp(`${lines.join('\r\n')}\r\n`));
  return new Uint8Array((await createSigner(identityOf(publisher))(document)).bytes);
};
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).subarray(2).toString('utf16le');
const changed = (bytes: Uint8Array, from: string, to: string) => encodeRdp(textOf(bytes).replace(from, to));

const profileOf = (change: object = {}): Profile =>
  Profile.parse({
    version: 1,
    kind: 'profile',
    id: 'web-servers',
    name: 'Web servers',
    vmId,
    files: [{ route: 'web-account', file: 'web-servers.web-account.rdp' }],
    ...change,
  });

/** Connect, with a library that keeps these files by the ids of their profiles. */
function withLibrary(kept: readonly (readonly [Profile, Uint8Array | Error])[], world: Partial<World> = {}) {
  const profiles = kept.map(([entry]) => ({ entry, revision: '1' }));
  return connectIn({
    root,
    contents: { templates: [], profiles, problems: [] },
    async keptFile({ id }) {
      const found = kept.find(([profile]) => profile.id === id)?.[1];
      if (found instanceof Uint8Array) return found;
      throw found ?? new Error(`Nothing is kept for ${id}.`);
    },
    ...world,
  });
}

const bytesOf = async (path: string) => new Uint8Array(await readFile(path));

describe('a signed file of the library', () => {
  it('is used as it is, but for the user name that it leaves open', async () => {
    const file = await sign(...ours);
    const plan = await withLibrary([[profileOf(), file]]).planConnect(request());
    expect(plan.profile).toEqual({
      id: 'web-servers',
      name: 'Web servers',
      signer: 'Contoso Helpdesk',
      added: ['username'],
      notes: [],
    });
    const used = await bytesOf(plan.file);
    // One line at the end, and not a byte else.
    expect(used.subarray(0, file.length)).toEqual(file);
    expect(Buffer.from(used.subarray(file.length)).toString('utf16le')).toBe(
      'username:s:ada@contoso.example\r\n',
    );
    expect(verify(used)).toMatchObject({ valid: true, uncovered: ['username'] });
  });

  it('holds in the eyes of openssl after the user name was added', async () => {
    const plan = await withLibrary([[profileOf(), await sign(...ours)]]).planConnect(request());
    const document = parseRdp(await bytesOf(plan.file));
    const signature = settingsIn(document).find(({ name }) => name === 'signature');
    const blob = readBlob(signature?.value ?? '');
    await writeFile(join(root, 'message'), prepareToSign(document).message, 'utf16le');
    await writeFile(join(root, 'cms'), 'der' in blob ? blob.der : '');
    const words = 'cms -verify -binary -inform DER -in cms -content message -noverify -out verified';
    execFileSync('openssl', words.split(' '), { cwd: root, stdio: 'pipe' });
    expect(await readFile(join(root, 'verified'))).toEqual(await readFile(join(root, 'message')));
    expect(settingsIn(document).at(-1)?.name).toBe('username');
  });

  it('is used to the last byte where it says who signs in', async () => {
    const file = await sign(...ours, 'username:s:Ada@contoso.example');
    const plan = await withLibrary([[profileOf({ username: 'ada@contoso.example' }), file]]).planConnect(
      request(),
    );
    expect(plan.profile?.added).toEqual([]);
    expect(await bytesOf(plan.file)).toEqual(file);
  });

  it('is told before the client starts, and in what came of it', async () => {
    const stages: ConnectStage[] = [];
    const { connect, starts } = withLibrary([[profileOf(), await sign(...ours)]]);
    const outcome = await connect(request({ onStage: (stage) => stages.push(stage) }));
    expect(stages).toEqual([
      { stage: 'checking' },
      { stage: 'signed-file', profile: expect.objectContaining({ id: 'web-servers' }), passedOver: [] },
    ]);
    expect(outcome).toMatchObject({ profile: { signer: 'Contoso Helpdesk' } });
    expect(starts[0]).toMatchObject({ host: 'READY-01', username: 'ada@contoso.example' });
  });

  it('is what is saved, too, unless settings of its own are asked for', async () => {
    const file = await sign(...ours, 'username:s:ada@contoso.example');
    const { composeProfile } = withLibrary([[profileOf(), file]]);
    const { signal } = new AbortController();
    const saved = await composeProfile({ subject: { vmId }, signal });
    expect([saved.bytes, saved.profile?.id]).toEqual([file, 'web-servers']);
    const given = [{ name: 'audiomode', type: 'i', value: '2' }] as const;
    const anew = await composeProfile({ subject: { vmId }, given, signal });
    expect([anew.profile, textOf(anew.bytes).includes('signature:s:')]).toEqual([null, false]);
  });

  it.each([
    ['of the VM, in another letter case', { vmId: vmId.toUpperCase() }],
    ['of its computer name, where it names no VM', { vmId: null, address: 'ready-01' }],
    ['of the user', { username: 'AzureAD\\ADA@contoso.example' }],
  ] as const)('is one %s', async (_, change) => {
    const profile = profileOf(change);
    const plan = await withLibrary([[profile, await sign(...ours)]]).planConnect(request());
    expect(plan.profile?.id).toBe('web-servers');
  });

  it.each([
    ['another VM', { vmId: vmId.replace('ready-01', 'ready-02') }],
    ['another address', { vmId: null, address: 'ready-02' }],
    ['somebody else', { username: 'bob@contoso.example' }],
    ['another way to sign in', { files: [{ route: 'password', file: 'x.password.rdp' }] }],
  ] as const)('is not looked at where it is for %s', async (_, change) => {
    const profile = profileOf(change);
    const plan = await withLibrary([[profile, await sign(...ours)]]).planConnect(request());
    expect([plan.profile, plan.passedOver]).toEqual([null, []]);
  });

  it("of the user comes before anybody's, and of the VM before one of its name", async () => {
    const mine = profileOf({ id: 'b-mine', username: 'ada@contoso.example' });
    const anybodys = profileOf({ id: 'a-anybodys' });
    const byName = profileOf({ id: 'a-by-name', vmId: null, address: 'READY-01' });
    const file = await sign(...ours);
    const ids = async (...profiles: Profile[]) =>
      (await withLibrary(profiles.map((one) => [one, file])).planConnect(request())).profile?.id;
    expect([await ids(byName, anybodys, mine), await ids(byName, anybodys)]).toEqual([
      'b-mine',
      'a-anybodys',
    ]);
  });

  it.each<[string, (file: Uint8Array) => Uint8Array | Error, string]>([
    [
      'was changed',
      (file) => changed(file, 'redirectclipboard:i:1', 'redirectclipboard:i:0'),
      'does not hold',
    ],
    [
      'lost its signature',
      (file) => encodeRdp(textOf(file).split('signscope')[0] ?? ''),
      'nobody has signed it',
    ],
    [
      'has a line twice',
      (file) => encodeRdp(`${textOf(file)}redirectclipboard:i:0\r\n`),
      'clients would read it differently',
    ],
    [
      'was led elsewhere by a line behind the signature',
      (file) => encodeRdp(`${textOf(file)}full address:s:evil.example\r\n`),
      'clients would read it differently',
    ],
    [
      'is no text',
      () => Uint8Array.from({ length: 999 }, (_, index) => (index * 37) % 32),
      'not an .rdp file',
    ],
    [
      'is not there',
      () => new AppError('not-found', 'The profile keeps a file that is not there.'),
      'not there',
    ],
  ])('that %s is not used, and that is said', async (_, spoil, why) => {
    const plan = await withLibrary([[profileOf(), spoil(await sign(...ours))]]).planConnect(request());
    expect(plan.profile).toBeNull();
    expect(plan.passedOver).toEqual([expect.stringContaining(why)]);
    expect(textOf(await bytesOf(plan.file))).not.toContain('signature:s:');
  });

  it.each([
    ['to another computer', ['full address:s:ready-99', 'enablerdsaadauth:i:1'], 'it leads to ready-99'],
    ['to another port', ['full address:s:READY-01:3390', 'enablerdsaadauth:i:1'], 'port 3390'],
    ['another way', ['full address:s:READY-01', 'enablerdsaadauth:i:0'], 'with a password'],
    ['for somebody else', [...ours, 'username:s:bob@contoso.example'], 'it is for bob@contoso.example'],
  ])('that leads %s is not used, and that is said', async (_, lines, why) => {
    const plan = await withLibrary([[profileOf(), await sign(...lines)]]).planConnect(request());
    expect([plan.profile, plan.passedOver]).toEqual([null, [expect.stringContaining(why)]]);
  });

  it('may lead to another name of the VM that is registered and resolves', async () => {
    const address = 'ready-01.corp.contoso.example';
    const gathered = gatheredWith([mstsc], {
      nameCandidates: { value: [{ name: address, source: 'device', isRegistered: true }] },
      nameResolutions: {
        value: [{ name: address, addresses: [{ address: '10.1.0.4', family: 'IPv4' }], error: null }],
      },
    });
    const file = await sign(`full address:s:${address}`, 'enablerdsaadauth:i:1');
    const { planConnect } = withLibrary([[profileOf(), file]], { gathered });
    expect((await planConnect(request())).profile?.id).toBe('web-servers');
    // Whoever insists on an address gets that one.
    expect((await planConnect(request({ address: 'READY-01' }))).profile).toBeNull();
  });

  it('is not used where a policy forbids signed files, and that is said', async () => {
    const policies = {
      pku2uAllowed: null,
      remoteCredentialGuard: null,
      allowSignedFiles: false,
      allowUnsignedFiles: null,
      trustedThumbprints: [],
      redirectionWarningDialogVersion: null,
      launchConsentAccepted: null,
    };
    const gathered = gatheredWith([mstsc], { pcPolicies: { value: policies } });
    const plan = await withLibrary([[profileOf(), await sign(...ours)]], { gathered }).planConnect(request());
    expect([plan.profile, plan.passedOver]).toEqual([null, [expect.stringContaining('AllowSignedFiles')]]);
  });

  it('does not change which way is recommended', async () => {
    const password = profileOf({ files: [{ route: 'password', file: 'x.password.rdp' }] });
    const file = await sign('full address:s:READY-01', 'enablerdsaadauth:i:0');
    const { planConnect } = withLibrary([[password, file]]);
    expect(await planConnect(request())).toMatchObject({ route: 'web-account', profile: null });
    expect(await planConnect(request({ route: 'password' }))).toMatchObject({
      route: 'password',
      profile: { added: ['username'] },
    });
  });

  it('tells what the signature leaves open', async () => {
    const file = await sign(...ours, 'camerastoredirect:s:*');
    const plan = await withLibrary([[profileOf(), file]]).planConnect(request());
    expect(plan.profile?.notes).toEqual([expect.stringContaining('camerastoredirect')]);
  });

  it('is done without where the library cannot be read', async () => {
    const { planConnect } = connectIn({
      root,
      library: () => Promise.reject(new AppError('unreadable', 'The folder of the library is not there.')),
    });
    const plan = await planConnect(request());
    expect([plan.profile, plan.passedOver]).toEqual([null, [expect.stringContaining('is not there')]]);
  });
});

describe('a file that was named', () => {
  const named = (bytes: Uint8Array) =>
    request({ subject: { hostName: 'READY-01', file: { name: 'mine.rdp', bytes } }, route: 'web-account' });

  it('is opened unchanged where it is signed', async () => {
    const file = await sign(...ours, 'username:s:adm-ada@contoso.example');
    const plan = await connectIn({ root }).planConnect(named(file));
    expect(plan.profile).toMatchObject({ id: null, name: 'mine.rdp', added: [] });
    expect(await bytesOf(plan.file)).toEqual(file);
  });

  it('is composed anew where its signature does not hold, and that is said', async () => {
    const spoilt = changed(await sign(...ours), 'redirectclipboard:i:1', 'redirectclipboard:i:0');
    const plan = await connectIn({ root }).planConnect(named(spoilt));
    expect([plan.profile, plan.passedOver]).toEqual([null, [expect.stringContaining('does not hold')]]);
  });

  it('is composed anew without a word where nobody signed it', async () => {
    const plan = await connectIn({ root }).planConnect(named(encodeRdp(`${ours.join('\r\n')}\r\n`)));
    expect([plan.profile, plan.passedOver]).toEqual([null, []]);
    expect(textOf(await bytesOf(plan.file))).toContain('redirectclipboard:i:0');
  });

  it('is composed anew for another way than its own', async () => {
    const report = reportWith({}, 'password');
    const plan = await connectIn({ root, report }).planConnect({
      ...named(await sign(...ours)),
      route: 'password',
    });
    expect(plan.passedOver).toEqual([expect.stringContaining('without a password')]);
  });
});

describe('what Windows will ask', () => {
  const judged = { report: reportWith({}, 'web-account'), gathered: gatheredWith([mstsc]) };
  const wanted = { subject: { vmId }, route: 'web-account' } as const;

  it('is foretold of the signed file that would be used, without looking at the VM again', async () => {
    const { foretell } = withLibrary([[profileOf(), await sign(...ours)]]);
    expect(await foretell(judged, wanted)).toMatchObject({
      dialog: { isSigned: true, boxes: [{ box: 'Clipboard' }] },
      leadsTo: { host: 'READY-01', username: 'ada@contoso.example' },
      verification: { valid: true },
      asksHere: false,
      profile: { id: 'web-servers' },
    });
  });

  it('is foretold of a file of ours, which shares nothing', async () => {
    expect(await connectIn({ root }).foretell(judged, wanted)).toMatchObject({
      dialog: { isSigned: false, boxes: [] },
      verification: null,
      profile: null,
      passedOver: [],
    });
  });
});

function verify(bytes: Uint8Array) {
  return verifyRdp(parseRdp(bytes), { judgedBy: 'given-roots', certificates: [publisher.certificate] });
}
