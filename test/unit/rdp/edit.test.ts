import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertRdp, losesBytes } from '../../../shared/rdp/convert';
import { removeSetting, setSetting } from '../../../shared/rdp/edit';
import { applyEdits, settingFrom } from '../../../shared/rdp/edits';
import { encodeFile } from '../../../shared/rdp/encode';
import type { RdpEncoding } from '../../../shared/rdp/encoding';
import { parseRdp, type RdpDocument, settingsIn, textOf } from '../../../shared/rdp/parse';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const encodings: readonly [RdpEncoding, boolean][] = [
  ['utf-16le', true],
  ['utf-16be', true],
  ['utf-8', true],
  ['utf-8', false],
  ['windows-1252', false],
];
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('full address', 'Username', ' my note', 'x'),
      fc.constantFrom('s', 'S', ' s'),
      fc.string(),
    )
    .map(([name, type, value]) => `${name}:${type}:${value.replace(/[\r\n]/g, '')}`),
  fc.constantFrom('# note', '', '/v:x', 'torn', 'audiomode:i:1', 'größe:i:1'),
);
const structured = fc
  .tuple(
    fc.array(fc.tuple(line, fc.constantFrom('\r\n', '\n', '\r')), { maxLength: 12 }),
    fc.option(line, { nil: '' }),
    fc.constantFrom(...encodings),
  )
  .map(([lines, last, [encoding, hasByteOrderMark]]) =>
    encodeFile(lines.map(([text, end]) => text + end).join('') + last, { encoding, hasByteOrderMark }),
  );

/** A file without the first line of a name, whose end it keeps, and without further ones. */
function bytesOutside({ bytes, lines }: RdpDocument, name: string): number[] {
  const kept = [...bytes];
  const named = lines.filter(({ setting }) => setting?.name === name);
  for (const [index, { start, textEnd, end }] of [...named.entries()].reverse()) {
    kept.splice(start, (index === 0 ? textEnd : end) - start);
  }
  return kept;
}

describe('the bytes of a file', () => {
  it('are all on a line, or its mark, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), structured), (bytes) => {
        const { lines } = parseRdp(bytes);
        let at = lines[0]?.start ?? bytes.length;
        for (const { start, textEnd, end } of lines) {
          expect([start, textEnd >= start, end >= textEnd]).toEqual([at, true, true]);
          at = end;
        }
        expect(at).toBe(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('stay as they are where an edit does not touch them', () => {
    fc.assert(
      fc.property(structured, fc.nat(), (bytes, pick) => {
        const document = parseRdp(bytes);
        const settings = settingsIn(document);
        const setting = settings[pick % Math.max(1, settings.length)];
        fc.pre(setting !== undefined && setting.type === 's');
        const edited = setSetting(document, { ...setting, value: 'new' });
        expect(settingsIn(edited).filter(({ name }) => name === setting.name)).toEqual([
          { ...setting, value: 'new' },
        ]);
        expect(bytesOutside(edited, setting.name)).toEqual(bytesOutside(document, setting.name));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('setting', () => {
  it.each([
    [
      'a value in place',
      'a:s:x\r\nFull  Address : s :old\r\nb:i:1',
      'full  address:s:new',
      'a:s:x\r\nFull  Address : s :new\r\nb:i:1',
    ],
    [
      'a wrong type right',
      'Authentication Level:s:0\n',
      'authentication level:i:2',
      'Authentication Level:i:2\n',
    ],
    [
      'one line of several',
      'x:s:1\nfull address:s:a\ny:s:2\nfull address:s:b',
      'full address:s:c',
      'x:s:1\nfull address:s:c\ny:s:2\n',
    ],
    ['a new line at the end', 'full address:s:a\n', 'username:s:b', 'full address:s:a\nusername:s:b\n'],
    [
      'a new line after one without an end',
      'full address:s:a\nx:s:1',
      'username:s:b',
      'full address:s:a\nx:s:1\nusername:s:b\n',
    ],
    ['the first line of an empty file', '', 'username:s:b', 'username:s:b\r\n'],
  ])('%s', (_, before, setting, after) => {
    const parsed = parseRdp(utf8(setting)).lines[0]?.setting;
    expect(
      asText(setSetting(parseRdp(utf8(before)), parsed ?? { name: '', type: 's', value: '' }).bytes),
    ).toBe(after);
  });

  it('keeps the encoding and the mark', () => {
    for (const [encoding, hasByteOrderMark] of encodings) {
      const text = 'full address:s:büro\r\nx:i:1\r\n';
      const document = parseRdp(encodeFile(text, { encoding, hasByteOrderMark }));
      const edited = setSetting(document, { name: 'username', type: 's', value: 'jürgen' });
      expect(edited).toMatchObject({ encoding, hasByteOrderMark });
      expect(textOf(edited)).toBe(`${text}username:s:jürgen\r\n`);
    }
  });

  it('refuses a character the encoding has not', () => {
    const document = parseRdp(new Uint8Array([...utf8('full address:s:b'), 0xfc, 0x0a]));
    expect(() => setSetting(document, { name: 'username', type: 's', value: '漢' })).toThrow(
      expect.objectContaining({ code: 'invalid-request', help: 'rdp-encoding' }),
    );
  });

  it('refuses an edit after which the encoding would be another', () => {
    const document = parseRdp(
      encodeFile('full address:s:abc\r\n', { encoding: 'utf-16le', hasByteOrderMark: false }),
    );
    expect(() => setSetting(document, { name: 'username', type: 's', value: '漢'.repeat(200) })).toThrow(
      /encoding could no longer be told/,
    );
  });

  it('refuses to edit half a character', () => {
    const bytes = encodeFile('x:i:1\r\n', { encoding: 'utf-16le', hasByteOrderMark: true });
    expect(() => removeSetting(parseRdp(bytes.slice(0, -1)), 'x')).toThrow(/middle of a character/);
  });

  it('refuses what would not stay on its line', () => {
    const document = parseRdp(utf8('x:i:1\r\n'));
    expect(() => setSetting(document, { name: 'y', type: 's', value: 'a\r\nb:i:1' })).toThrow(/line break/);
  });
});

describe('edits', () => {
  const signed = 'full address:s:a\nusername:s:b\nsignscope:s:Full Address\nsignature:s:AQAB\n';
  const edit = (text: string, set: string[], remove: string[] = []) => {
    const { document, signature } = applyEdits(parseRdp(utf8(text)), { set: set.map(settingFrom), remove });
    return [asText(document.bytes), signature];
  };

  it.each([
    [
      'take out a signature they would break',
      signed,
      ['full address:s:c'],
      [],
      'full address:s:c\nusername:s:b\n',
      'removed',
    ],
    ['keep one that does not cover them', signed, ['username:s:c'], [], signed.replace(':b', ':c'), 'kept'],
    ['keep one where nothing changes', signed, ['full address:s:a'], [], signed, 'kept'],
    ['take it out when its line goes', signed, [], ['Full Address'], 'username:s:b\n', 'removed'],
    ['do not mind what is not there', signed, [], ['gatewayhostname'], signed, 'kept'],
    ['need no signature', 'x:s:1\n', ['x:s:2'], [], 'x:s:2\n', 'none'],
  ])('%s', (_, before, set, remove, after, signature) => {
    expect(edit(before, set, remove)).toEqual([after, signature]);
  });

  it.each([
    ['no setting', 'full address', /is not a setting. Write name:type:value/],
    ['a wrong type', 'authentication level:s:2', /has the type i/],
    ['a value it does not have', 'authentication level:i:9', /takes 0 \(/],
  ])('refuse %s', (_, text, message) => {
    expect(() => settingFrom(text)).toThrow(message);
  });
});

describe('converting', () => {
  it.each([
    ['utf-8', 'crlf', 'a:s:ü\r\nb:i:1\r\nc:i:2'],
    ['utf-8', 'lf', 'a:s:ü\nb:i:1\nc:i:2'],
    ['utf-8', undefined, 'a:s:ü\r\nb:i:1\nc:i:2'],
  ] as const)('to %s, line ends %s', (encoding, lineEnds, text) => {
    const document = parseRdp(new Uint8Array(Buffer.from('a:s:ü\r\nb:i:1\nc:i:2', 'latin1')));
    expect(asText(convertRdp(document, { encoding, lineEnds }))).toBe(text);
  });

  it('knows what it would lose', () => {
    const half = encodeFile('x:i:1', { encoding: 'utf-16le', hasByteOrderMark: true }).slice(0, -1);
    expect(losesBytes(parseRdp(half))).toBe(true);
    expect(losesBytes(parseRdp(new Uint8Array([0xef, 0xbb, 0xbf, 0x78, 0xff])))).toBe(true);
    for (const [encoding, hasByteOrderMark] of encodings) {
      expect(losesBytes(parseRdp(encodeFile('a:s:ü\r\n', { encoding, hasByteOrderMark })))).toBe(false);
    }
  });
});

describe('limits', () => {
  it.each([
    ['a file of more than 1 MiB', new Uint8Array(1024 * 1024 + 1), /1,048,577 bytes/],
    [
      'a line of more than 64 KiB',
      utf8(`x:s:1\ny:s:${'a'.repeat(65_536)}`),
      /line 2 has more than 65,536 bytes/,
    ],
  ])('refuse %s', (_, bytes, message) => {
    expect(() => parseRdp(bytes)).toThrow(
      expect.objectContaining({
        code: 'unreadable',
        help: 'rdp-file-unreadable',
        message: expect.stringMatching(message),
      }),
    );
  });
});
