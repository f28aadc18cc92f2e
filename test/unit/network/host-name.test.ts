import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressIn,
  isHostName,
  isIpAddress,
  isLoopback,
  isSameAddress,
  isSameHost,
  shortNameOf,
} from '../../../shared/network/host-name';

const spellNumber = (radix: number) => (value: number) =>
  ({ 8: `0${value.toString(8)}`, 10: String(value), 16: `0x${value.toString(16)}` })[radix] ?? '';

/** An IPv4 address written in 1 to 4 parts, each part in a radix of its own. */
const ipv4Spelling = fc
  .tuple(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }),
    fc.constantFrom('', '.', ':3389', '.:65535'),
  )
  .map(([value, count, radices, ending]) => {
    const bytes = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
    const leading = bytes.slice(0, count - 1);
    const last = value % 256 ** (5 - count);
    const parts = [...leading, last].map((part, index) => spellNumber(radices[index] ?? 10)(part));
    return { address: bytes.join('.'), spelling: parts.join('.') + ending };
  });

const ipv6Spelling = fc.tuple(
  fc.ipV6(),
  fc.constantFrom('', '%eth0', '%3', '%Wi-Fi', '%25en0'),
  fc.constantFrom('bare' as const, 'brackets' as const, 'port' as const),
);

describe('an address in any spelling', () => {
  it('is recognised for every IPv4 address, and normalised', () => {
    fc.assert(
      fc.property(ipv4Spelling, ({ address, spelling }) => {
        expect(addressIn(spelling)).toBe(address);
        expect(isHostName(spelling)).toBe(false);
        expect(isSameAddress(spelling, address)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is recognised for every IPv6 address, with zone, brackets and port', () => {
    fc.assert(
      fc.property(ipv6Spelling, ([address, zone, form]) => {
        const zoned = `${address}${zone}`;
        const spelling = { bare: zoned, brackets: `[${zoned}]`, port: `[${zoned}]:3389` }[form];
        expect(isIpAddress(spelling)).toBe(true);
        expect(isSameAddress(spelling, address)).toBe(true);
        expect(isHostName(spelling)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['10.0.0.4', '10.0.0.4'],
    [' 10.0.0.4 ', '10.0.0.4'],
    ['10.4', '10.0.0.4'],
    ['167772164', '10.0.0.4'],
    ['0xA000004', '10.0.0.4'],
    ['0x0a.0.0.04', '10.0.0.4'],
    ['012.0.0.4', '10.0.0.4'],
    ['192.168.001.009', '192.168.1.9'],
    ['10.0.0.4:3389', '10.0.0.4'],
    ['10.0.0.4.', '10.0.0.4'],
    ['１０．０．０．４', '10.0.0.4'],
    ['10', '0.0.0.10'],
    ['::ffff:10.0.0.4', '10.0.0.4'],
    ['::ffff:0a00:4', '10.0.0.4'],
    ['[::ffff:10.0.0.4]:3389', '10.0.0.4'],
    ['2001:0DB8::0001', '2001:db8::1'],
    ['fe80--1s4.ipv6-literal.net', 'fe80::1'],
  ])('%s is %s', (spelling, address) => {
    expect(addressIn(spelling)).toBe(address);
  });
});

describe('a name', () => {
  const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/);

  it('is a host name and no address, whatever its ordinary labels', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        expect(isHostName(labels.join('.'))).toBe(true);
        expect(isIpAddress(labels.join('.'))).toBe(false);
      }),
    );
  });

  it('may end in the dot of the root, whatever it is', () => {
    const near = fc.stringMatching(/^[a-zA-Z\d_-][a-zA-Z\d_.-]{0,64}[a-zA-Z\d_-]$/);
    fc.assert(
      fc.property(fc.oneof(label, near), (name) => {
        expect(isHostName(name)).toBe(isHostName(`${name}.`));
      }),
    );
  });

  it.each([
    ['a digit first', '7zip-01'],
    ['an exponent, which no resolver reads', '1e100'],
    ['hexadecimal without its prefix', 'cafe'],
    ['a first label of digits', '10.corp.example'],
    ['an address inside a longer name', '10-0-0-4.example'],
    ['an underscore', 'web_01'],
    ["the root's dot", 'web-01.corp.example.'],
  ])('may have %s', (_, name) => {
    expect(isHostName(name)).toBe(true);
    expect(isIpAddress(name)).toBe(false);
  });

  it.each([
    ['digits alone, too large for an address', '99999999999'],
    ['a number last', 'web.10'],
    ['five parts of an address', '1.2.3.4.5'],
    ['a part over 255', '10.0.256.4'],
    ['nothing', ''],
    ['a blank', 'web 01'],
    ['a port', 'web-01:3389'],
    ['an empty label', 'web..example'],
    ['a label of 64 characters', 'a'.repeat(64)],
    ['more than 253 characters', `${'a'.repeat(60)}.`.repeat(5)],
    ['a hyphen first', '-web'],
    ['letters beyond ASCII', 'wéb-01'],
    ['a path', '../evil'],
  ])('may not have %s', (_, name) => {
    expect(isHostName(name)).toBe(false);
  });

  it('is the same host in another letter case only', () => {
    expect(isSameHost('WEB-01', 'web-01')).toBe(true);
    expect(isSameHost('web-01', 'web-01.corp.example')).toBe(false);
    expect(isSameHost('web-01', 'web-01.')).toBe(false);
  });

  it('is never the same address as another', () => {
    expect(isSameAddress('web-01', 'web-01')).toBe(false);
  });

  it('has its first label as short name', () => {
    expect(shortNameOf('web-01.corp.example')).toBe('web-01');
    expect(shortNameOf('web-01')).toBe('web-01');
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.9', true],
  ['::1', true],
  ['0.0.0.0', true],
  ['10.0.0.4', false],
  ['localhost', false],
])('%s is loopback: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

it('judges any text without throwing, and never as both name and address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isHostName(text) && isIpAddress(text)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
