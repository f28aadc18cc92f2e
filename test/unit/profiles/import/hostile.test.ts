import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../main/profiles/import/read-xml';
import { AppError } from '../../../../shared/errors/app-error';
import type { Imported } from '../../../../shared/profiles/import/imported';
import { readMremoteng } from '../../../../shared/profiles/import/mremoteng/read-mremoteng';
import { type ImportPlan, planImport } from '../../../../shared/profiles/import/plan-import';
import { readRdcman } from '../../../../shared/profiles/import/rdcman/read-rdcman';
import { readRdpDocument } from '../../../../shared/profiles/import/read-rdp-document';
import { parseRdp } from '../../../../shared/rdp/parse';
import { importFixture } from '../../../support/xml';

const readers = { rdcman: readRdcman, mremoteng: readMremoteng };
const originals = (
  [
    ['rdcman', 'rdcman-2.2.rdg'],
    ['rdcman', 'rdcman-2.7.rdg'],
    ['rdcman', 'rdcman-2.90.rdg'],
    ['mremoteng', 'mremoteng-2.6.xml'],
    ['mremoteng', 'mremoteng-2.8.xml'],
  ] as const
).map(([program, name]) => ({ program, bytes: importFixture(name) }));

const empty = { templates: [], profiles: [], unusableIds: [] };
const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64url');
const never = new AbortController().signal;

async function planOf(program: keyof typeof readers, bytes: Uint8Array): Promise<ImportPlan> {
  const { root } = await readXml(bytes, 'file', never);
  const imported: Imported = { ...readers[program](root, 'file'), origin: '/file' };
  return planImport([imported], empty, digest);
}

/** Null for a file that is refused; anything else that is thrown fails the test. */
async function planOrRefusal(program: keyof typeof readers, bytes: Uint8Array): Promise<ImportPlan | null> {
  try {
    return await planOf(program, bytes);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Cuts, doubles, swaps and garbles parts of a file, most of it between its tags. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  put: fc.oneof(
    fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '&#10;',
      '&#x202e;',
      ']]>',
      '<![CDATA[',
      '</group>',
      '<group>',
      '<server>',
    ),
    fc.constantFrom(
      'True',
      'None',
      'FromParent',
      '-1',
      '99999999999999999999',
      '__proto__',
      'constructor',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
});

function mutated(bytes: Buffer, mutations: readonly { at: number; length: number; put: string }[]): Buffer {
  let text = bytes.toString();
  for (const { at, length, put } of mutations) {
    const start = Math.floor(at * text.length);
    text = text.slice(0, start) + put + text.slice(start + length);
  }
  return Buffer.from(text);
}

describe('a damaged file', () => {
  it('is refused by name or imported: nothing else is thrown, and every entry is right', async () => {
    const file = fc.constantFrom(...originals);
    await fc.assert(
      fc.asyncProperty(file, fc.array(mutation, { minLength: 1, maxLength: 4 }), async (from, mutations) => {
        const plan = await planOrRefusal(from.program, mutated(from.bytes, mutations));
        const lost = plan?.report.leftOut.filter(({ what }) => what.startsWith('all of')) ?? [];
        expect(lost).toEqual([]);
      }),
      { seed: 20_261_126, numRuns: 400 },
    );
  });

  it('is read in any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await planOrRefusal('rdcman', bytes)).toBeNull();
      }),
      { seed: 20_261_126, numRuns: 400 },
    );
  });
});

const secret = 'PLANTED-hunter2';
const named = fc.constantFrom(
  'password',
  'PASSWORD',
  'Password',
  'clearTextPassword',
  'adminPass',
  'passwd',
  'userPwd',
  'Kennwort',
  'clientSecret',
  'access_token',
  'credentialData',
);

describe('a password', () => {
  it('does not leave an RDCMan file, however deep it stands and however it is written', async () => {
    const wrapped = fc.constantFrom(
      (text: string) => text,
      (text: string) => `<![CDATA[${text}]]>`,
      (text: string) => `<value>${text}</value>`,
      (text: string) => `<a><b><![CDATA[${text}]]></b></a>`,
      (text: string) => text.replace('h', '&#104;'),
    );
    const section = fc.constantFrom(
      'logonCredentials',
      'gatewaySettings',
      'securitySettings',
      'unheardOf',
      'properties',
    );
    await fc.assert(
      fc.asyncProperty(section, named, wrapped, fc.boolean(), async (where, name, wrap, isOfGroup) => {
        const own = `<${where} inherit="None"><name>one</name><${name}>${wrap(secret)}</${name}></${where}>`;
        const server = `<server><properties><name>one</name></properties>${isOfGroup ? '' : own}</server>`;
        const text = `<RDCMan schemaVersion="3"><file><group>${isOfGroup ? own : ''}${server}</group></file></RDCMan>`;
        const plan = await planOf('rdcman', Buffer.from(text));
        expect(JSON.stringify(plan)).not.toContain('hunter2');
        expect(plan.report.profiles).toHaveLength(1);
        expect(plan.report.leftOut.map(({ what }) => what).join()).toContain(name);
      }),
      { seed: 20_261_126, numRuns: 200 },
    );
  });

  it('does not leave an mRemoteNG file', async () => {
    await fc.assert(
      fc.asyncProperty(named, fc.boolean(), async (name, isOfContainer) => {
        const own = `${name}="${secret}"`;
        const text = `<Connections ConfVersion="2.7"><Node Type="Container" Name="c" ${isOfContainer ? own : ''}>
          <Node Name="n" Hostname="one" ${isOfContainer ? '' : own} /></Node></Connections>`;
        const plan = await planOf('mremoteng', Buffer.from(text));
        expect(JSON.stringify(plan)).not.toContain('hunter2');
        expect(plan.report.leftOut.map(({ what }) => what)).toContain(name);
      }),
      { seed: 20_261_126, numRuns: 100 },
    );
  });

  it('does not leave an .rdp file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('password 51', 'gatewayaccesstoken', 'endpointfedauth', 'PassWord', 'my pwd'),
        (name) => {
          const read = readRdpDocument(
            parseRdp(Buffer.from(`full address:s:a\n${name}:s:${secret}\n`)),
            'a.rdp',
          );
          expect(JSON.stringify(read)).not.toContain('hunter2');
          expect(read).toMatchObject({ holdsSecret: true, leftOut: [{ what: `“${name.toLowerCase()}”` }] });
        },
      ),
    );
  });

  it('is not quoted where broken XML stands around it', async () => {
    for (const text of [
      `<RDCMan><password>${secret}</passwords></RDCMan>`,
      `<RDCMan><${secret}></RDCMan>`,
      `<Connections><Node Password="x"${secret}="y" /></Connections>`,
      `<Connections><Node ${secret}="x" ${secret}="y" /></Connections>`,
      `<RDCMan>&${secret};</RDCMan>`,
    ]) {
      const error = await planOf('rdcman', Buffer.from(text)).catch((found: unknown) => found);
      expect(error).toBeInstanceOf(AppError);
      expect(String(error)).not.toContain('hunter2');
      expect((error as AppError).cause).toBeUndefined();
    }
  });
});

it.each([
  [
    'rdcman',
    (name: string, user: string) =>
      `<RDCMan programVersion="2.90"><file><properties><name>x</name></properties><server><properties><name>${name}</name></properties><logonCredentials inherit="None"><userName>${user}</userName></logonCredentials></server></file></RDCMan>`,
  ],
  [
    'mremoteng',
    (name: string, user: string) =>
      `<Connections ConfVersion="2.6"><Node Name="x" Type="Connection" Protocol="RDP" Hostname="${name}" Username="${user}"/></Connections>`,
  ],
] as const)('tells of the port and the user name that %s could not take along', async (program, file) => {
  const { report, steps } = await planOf(program, Buffer.from(file('web-01:99999', 'u'.repeat(1001))));
  expect(report.leftOut.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['the port “99999”', 'the user name']),
  );
  expect(steps.map(({ entry }) => entry)).toContainEqual(
    expect.objectContaining({ kind: 'profile', address: 'web-01', port: null, username: null }),
  );
});

it.each([
  [
    'rdcman',
    (name: string) => `<RDCMan programVersion="2.90"><file><${name}><a>1</a></${name}></file></RDCMan>`,
  ],
  [
    'mremoteng',
    (name: string) =>
      `<Connections ConfVersion="2.6"><Node ${name}="1" Name="x" Type="Connection" Protocol="RDP" Hostname="h"/></Connections>`,
  ],
] as const)('cuts a name of any length that %s has and nobody knows', async (program, file) => {
  const { report } = await planOf(program, Buffer.from(file('A'.repeat(100_000))));
  const names = report.leftOut.map(({ what }) => what);
  expect(names).toContainEqual(expect.stringMatching(/^A+…$/));
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(250);
});
