import { expect, it } from 'vitest';
import { encoding } from '../../../../../shared/rdp/lint/rules/encoding';
import { encodeRdp } from '../../../../../shared/rdp/serialize';
import { lookAt, seen } from '../look-at';

const text = 'full address:s:büro\r\nuse multimon:i:0\r\n';
const utf8 = (content: string) => new Uint8Array(Buffer.from(content));

it.each([
  ['what Windows writes', encodeRdp(text), []],
  ['UTF-8', utf8(text), []],
  ['UTF-8 with a mark', utf8(`\ufeff${text}`), [seen('medium', 1, 'lose the first line')]],
  ['UTF-16 without a mark', encodeRdp(text).slice(2), [seen('medium', 1, 'without a byte order mark')]],
  [
    'UTF-16 with the high byte first',
    new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    [seen('medium', 1, 'high byte first')],
  ],
  ['neither', new Uint8Array(Buffer.from(text, 'latin1')), [seen('low', 1, 'Windows-1252')]],
  ['mixed line ends', utf8('a:i:1\r\nb:i:2\nc:i:3'), [seen('low', 1, 'end in different ways')]],
  ['no line end at the last line', utf8('a:i:1\r\nb:i:2'), []],
  ['a NUL in a line', encodeRdp('a:i:1\r\nb:s:x\0y\r\n'), [seen('medium', 2, 'no text')]],
])('%s', (_, bytes, observations) => {
  expect(lookAt(encoding, bytes)).toEqual(observations);
});
