import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error';
import { composeProfile, type ProfilePlan } from '../../../shared/rdp/compose';
import { lintRdp } from '../../../shared/rdp/lint/lint';
import { sharings } from '../../../shared/rdp/lint/sharing';
import { parseRdp } from '../../../shared/rdp/parse';
import { serializeRdp } from '../../../shared/rdp/serialize';
import { lineOf } from '../../../shared/rdp/setting';

const golden = (name: string) => new Uint8Array(readFileSync(`test/fixtures/rdp-files/${name}.rdp`));
const plan = (changes: Partial<ProfilePlan> = {}): ProfilePlan => ({
  address: 'READY-01',
  port: 3389,
  username: 'ada@contoso.example',
  route: 'web-account',
  ...changes,
});
const linesFor = (changes: Partial<ProfilePlan> = {}) => composeProfile(plan(changes)).map(lineOf);

it.each([
  ['web-account', plan()],
  ['password', plan({ route: 'password' })],
  ['other-port', plan({ address: 'ready-01.corp.contoso.example', port: 3390 })],
])('writes the golden %s file, byte for byte', (name, settings) => {
  expect(serializeRdp(composeProfile(settings))).toEqual(golden(name));
});

describe('a web-account profile', () => {
  it('turns Entra sign-in on, with the plain user name', () => {
    expect(linesFor()).toEqual(
      expect.arrayContaining([
        'full address:s:READY-01',
        'alternate full address:s:READY-01',
        'username:s:ada@contoso.example',
        'enablerdsaadauth:i:1',
        'prompt for credentials:i:0',
      ]),
    );
  });

  it.each(['10.0.0.4', '167772164', '[2001:db8::1]:3389', '::ffff:10.0.0.4', '10.0.0.4.'])(
    'is refused for the address %s',
    (address) => {
      expect(() => composeProfile(plan({ address }))).toThrow(
        expect.objectContaining({ code: 'invalid-request', help: 'target-is-a-host-name' }),
      );
    },
  );
});

describe('a password profile', () => {
  it('names the directory, asks for the password, and leaves Entra sign-in off', () => {
    expect(linesFor({ route: 'password' })).toEqual(
      expect.arrayContaining([
        'username:s:AzureAD\\ada@contoso.example',
        'enablerdsaadauth:i:0',
        'enablecredsspsupport:i:1',
        'prompt for credentials:i:1',
      ]),
    );
  });

  it.each([
    ['203.0.113.4', 3389, '203.0.113.4'],
    ['203.0.113.4', 3390, '203.0.113.4:3390'],
    ['0xcb007104', 3389, '203.0.113.4'],
    ['2001:db8::1', 3389, '[2001:db8::1]:3389'],
  ])('may go to %s at port %i', (address, port, written) => {
    const lines = linesFor({ route: 'password', address, port });
    expect(lines).toContain(`full address:s:${written}`);
    expect(lines).toContain(`alternate full address:s:${written}`);
    expect(lines).toContain(`server port:i:${port}`);
  });

  it.each(['CONTOSO\\ada', '.\\ada', 'ada', 'Ada Lovelace'])(
    'leaves the account of Windows %s as it is',
    (username) => {
      expect(linesFor({ route: 'password', username })).toContain(`username:s:${username}`);
      expect(() => composeProfile(plan({ username }))).toThrow('a web account is one of Entra ID');
    },
  );

  it.each([
    'AzureAD\\ada',
    'CONTOSO\\ada@contoso.example',
    '=cmd|calc',
    'a\\b\\c',
    '\\ada',
    'CONTOSO\\',
    ' ',
  ])('refuses the user name %j', (username) => {
    expect(() => composeProfile(plan({ route: 'password', username }))).toThrow('is not a user name');
  });

  it('does not name the directory twice', () => {
    expect(linesFor({ route: 'password', username: 'azuread\\ada@contoso.example' })).toContain(
      'username:s:AzureAD\\ada@contoso.example',
    );
  });
});

it('writes every security-relevant setting, with nothing redirected', () => {
  const settings = composeProfile(plan());
  const shared = settings.filter(({ name }) => /redirect|audiocapture/.test(name));
  expect(shared).toHaveLength(13);
  expect(shared.filter(({ value }) => value !== '' && value !== '0')).toEqual([]);

  const written = new Set(settings.map(({ name }) => name));
  expect(sharings.flatMap(({ settings: names }) => names.filter((name) => !written.has(name)))).toEqual([
    'redirectsmartcard', // Remmina's own spelling; it takes a missing line for "no".
  ]);
  expect(written.size).toBe(settings.length);
});

it.each(['web-account', 'password'] as const)(
  'gives our own lint nothing to find on the %s route',
  (route) => {
    const findings = lintRdp(parseRdp(serializeRdp(composeProfile(plan({ route })))));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['not-signed', 'info'],
      ['opening-dialog', 'info'],
    ]);
  },
);

it('leaves the user name out where there is none', () => {
  expect(linesFor({ username: null }).filter((line) => line.startsWith('username'))).toEqual([]);
});

it.each([
  ['a path for an address', { address: '../evil' }],
  ['a line break in the address', { address: 'ready-01\r\nalternate shell:s:cmd' }],
  ['an empty address', { address: '' }],
  ['port 0', { port: 0 }],
  ['port 65536', { port: 65536 }],
  ['half a port', { port: 3389.5 }],
  ['a user name without a domain', { username: 'ada' }],
  ['a domain account', { username: 'CONTOSO\\ada@contoso.example' }],
  ['a line break in the user name', { username: 'ada@contoso.example\r\nredirectdrives:i:1' }],
  ['a formula', { username: '=cmd|calc@contoso.example' }],
  ['a character that turns text around', { username: 'ada\u202e@contoso.example' }],
])('refuses %s', (_, changes) => {
  expect(() => composeProfile(plan(changes))).toThrow(AppError);
});
