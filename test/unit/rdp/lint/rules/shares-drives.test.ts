import { expect, it } from 'vitest';
import { sharesDrives } from '../../../../../shared/rdp/lint/rules/shares-drives';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['drivestoredirect:s:'], []],
  [
    'asked for',
    ['full address:s:a', 'drivestoredirect:s:*'],
    [seen('high', 2, 'Shares local drives: “drivestoredirect” names “*”')],
  ],
  ['the old switch', ['redirectdrives:i:1'], [seen('high', 1, '“redirectdrives” is 1')]],
  ['separators alone', ['drivestoredirect:s: ; '], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesDrives, lines)).toEqual(observations);
});
