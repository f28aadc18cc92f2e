import { expect, it } from 'vitest';
import { addressMismatch } from '../../../../../shared/rdp/lint/rules/address-mismatch';
import { lookAt, seen } from '../look-at';

it.each([
  ['the same twice', ['full address:s:web-01', 'alternate full address:s:WEB-01:3389'], []],
  ['one address in two spellings', ['full address:s:10.0.0.4', 'alternate full address:s:0xa000004'], []],
  ['only one', ['alternate full address:s:web-01'], []],
  [
    'another name',
    ['full address:s:web-01', 'alternate full address:s:evil.example'],
    [seen('high', 2, '“evil.example” and wins over “full address”, which shows “web-01” in line 1')],
  ],
  [
    'another port',
    ['full address:s:web-01', 'alternate full address:s:web-01:3390'],
    [seen('high', 2, 'web-01:3390')],
  ],
  ['an empty one, which is another rule', ['full address:s:web-01', 'alternate full address:s:'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(addressMismatch, lines)).toEqual(observations);
});
