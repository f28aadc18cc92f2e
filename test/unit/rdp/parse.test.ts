import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error';
import { decodeRdp } from '../../../shared/rdp/decode';
import { parseRdp, settingsIn, textOf } from '../../../shared/rdp/parse';
import { encodeRdp, serializeRdp } from '../../../shared/rdp/serialize';
import type { RdpSetting } from '../../../shared/rdp/setting';

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

const setting: fc.Arbitrary<RdpSetting> = fc.oneof(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9 +-]{0,30}[a-z0-9]$/),
    type: fc.constant('i' as const),
    value: fc.integer().map(String),
  }),
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9 +-]{0,30}[a-z0-9]$/),
    type: fc.constantFrom('s' as const, 'b' as const),
    value: fc.string({ unit: 'binary' }).filter((text) => !/[\r\n\0]/.test(text)),
  }),
);

describe('writing and reading again', () => {
  it('gives the same settings, whatever their values', () => {
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 20 }), (settings) => {
        const document = parseRdp(serializeRdp(settings));
        expect(settingsIn(document)).toEqual(settings);
        expect(document).toMatchObject({ encoding: 'utf-16le', hasByteOrderMark: true });
      }),
    );
  });

  it('gives the same text, whatever stands in the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('\r\n', '\n', '\r', ':', 'a:s:b'))),
        (parts) => {
          const text = parts.join('');
          expect(textOf(parseRdp(encodeRdp(text)))).toBe(text);
        },
      ),
    );
  });

  it('reads any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (raw) => {
        expect(textOf(parseRdp(raw))).toBe(decodeRdp(raw).text);
      }),
      { numRuns: 1000 },
    );
  });
});

const content = 'full address:s:büro-01\r\nenablerdsaadauth:i:1\r\n';

it.each([
  ['utf-16le', true, encodeRdp(content)],
  ['utf-16be', true, new Uint8Array([0xfe, 0xff, ...utf16be(content)])],
  ['utf-8', true, bytes([0xef, 0xbb, 0xbf], content)],
  ['utf-16le', false, encodeRdp(content).subarray(2)],
  ['utf-16be', false, utf16be(content)],
  ['utf-8', false, bytes(content)],
  ['windows-1252', false, bytes('full address:s:b', [0xfc], 'ro-01\r\nenablerdsaadauth:i:1\r\n')],
])('reads %s, byte order mark: %s', (encoding, hasByteOrderMark, raw) => {
  const document = parseRdp(raw);
  expect(document).toMatchObject({ encoding, hasByteOrderMark });
  expect(settingsIn(document)).toEqual([
    { name: 'full address', type: 's', value: 'büro-01' },
    { name: 'enablerdsaadauth', type: 'i', value: '1' },
  ]);
});

it('reads the upper half of Windows-1252 as Windows does', () => {
  expect(decodeRdp(bytes('username:s:', [0x80, 0x92, 0xff])).text).toBe('username:s:€’ÿ');
});

it('reads UTF-16 that breaks off in the middle of a character', () => {
  expect(settingsIn(parseRdp(encodeRdp(content).slice(0, -1)))).toHaveLength(2);
});

describe('a line', () => {
  const settingOf = (line: string) => settingsIn(parseRdp(bytes(line)))[0];

  it.each([
    ['colons in its value', 'full address:s:[2001:db8::1]:3389', 'full address', 's', '[2001:db8::1]:3389'],
    ['upper case', 'Full Address:S:Web-01', 'full address', 's', 'Web-01'],
    ['blanks around name and type', ' \tfull address : s :web-01', 'full address', 's', 'web-01'],
    ['blanks in its value', 'alternate shell:s:  a b ', 'alternate shell', 's', '  a b '],
    ['no value', 'gatewayhostname:s:', 'gatewayhostname', 's', ''],
    ['a number that is none', 'server port:i:abc', 'server port', 'i', 'abc'],
    ['binary', 'password 51:b:01AF', 'password 51', 'b', '01AF'],
  ])('may have %s', (_, line, name, type, value) => {
    expect(settingOf(line)).toEqual({ name, type, value });
  });

  it.each([
    ['a comment', '# made by hand'],
    ['an option', '/cert:ignore'],
    ['an unknown type', 'full address:x:web-01'],
    ['no name', ':s:web-01'],
    ['blanks', '   '],
  ])('that is %s is kept, but no setting', (_, line) => {
    const document = parseRdp(bytes(`${line}\r\n`));
    expect(document.lines).toMatchObject([{ number: 1, text: line, ending: '\r\n', setting: null }]);
  });

  it('keeps its number and its ending, duplicates included', () => {
    const document = parseRdp(bytes('full address:s:one\nfull address:s:two\r\r\nscreen mode id:i:2'));
    expect(document.lines.map(({ number, ending }) => [number, ending])).toEqual([
      [1, '\n'],
      [2, '\r'],
      [3, '\r\n'],
      [4, ''],
    ]);
    expect(settingsIn(document).map(({ value }) => value)).toEqual(['one', 'two', '2']);
  });
});

it.each([
  ['a line feed in a value', { name: 'username', type: 's' as const, value: 'a\nredirectdrives:i:1' }],
  ['a carriage return in a value', { name: 'username', type: 's' as const, value: 'a\r' }],
  ['a NUL in a value', { name: 'username', type: 's' as const, value: 'a\0b' }],
  ['a colon in a name', { name: 'user:s', type: 's' as const, value: 'a' }],
  ['no name', { name: '', type: 's' as const, value: 'a' }],
  ['a number that is none', { name: 'server port', type: 'i' as const, value: '3389x' }],
])('refuses to write %s', (_, broken) => {
  expect(() => serializeRdp([broken])).toThrow(AppError);
});
