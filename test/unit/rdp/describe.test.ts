import { expect, it } from 'vitest';
import { describeRdp } from '../../../shared/rdp/describe';
import { parseRdp } from '../../../shared/rdp/parse';

const text = `full address:s:web-01
authentication level:i:2
password 51:b:01AF
frobnicate:i:toString
# a note
signature:s:AQAB`;

it('says what each line means, and no secret', () => {
  const described = describeRdp(parseRdp(new Uint8Array(Buffer.from(text))));
  expect(described).toMatchObject({ encoding: 'utf-8', hasByteOrderMark: false, lines: 6, signed: true });
  expect(described.settings.map(({ line, name, value, meaning }) => [line, name, value, meaning])).toEqual([
    [1, 'full address', 'web-01', null],
    [2, 'authentication level', '2', 'warn and let the user decide'],
    [3, 'password 51', null, null],
    [4, 'frobnicate', 'toString', null],
    [6, 'signature', 'AQAB', null],
  ]);
  expect(described.settings[0]).toMatchObject({ category: 'connection', risk: 'medium' });
  expect(described.settings[3]).toMatchObject({ category: null, description: null });
});
