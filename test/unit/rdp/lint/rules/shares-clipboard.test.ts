import { expect, it } from 'vitest';
import { sharesClipboard } from '../../../../../shared/rdp/lint/rules/shares-clipboard';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectclipboard:i:0'], []],
  [
    'asked for',
    ['full address:s:a', 'redirectclipboard:i:1'],
    [seen('medium', 2, '“redirectclipboard” is 1')],
  ],
  ['a number only FreeRDP reads', ['redirectclipboard:i:1abc'], [seen('medium', 1, '1abc')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesClipboard, lines)).toEqual(observations);
});
