import { expect, it } from 'vitest';
import { numberReadDifferently } from '../../../../../shared/rdp/lint/rules/number-read-differently';
import { lookAt, seen } from '../look-at';

it.each([
  ['digits', ['audiomode:i:2'], []],
  [
    'hexadecimal',
    ['desktopwidth:i:0x400'],
    [seen('low', 1, 'FreeRDP reads 1024, and other clients perhaps nothing')],
  ],
  ['a leading zero', ['session bpp:i:010'], [seen('low', 1, 'FreeRDP reads 8')]],
  ['a tail', ['audiomode:i:1abc'], [seen('low', 1, 'FreeRDP reads 1')]],
  ['a negative number', ['audiomode:i:-1'], [seen('low', 1, 'refuses the whole file for a negative')]],
  ['a connection type too high', ['connection type:i:8'], [seen('low', 1, 'above 7')]],
  ['the number for nothing', ['desktopwidth:i:4294967295'], [seen('low', 1, 'missing line')]],
  ['a word, which is another rule', ['audiomode:i:abc'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(numberReadDifferently, lines)).toEqual(observations);
});
