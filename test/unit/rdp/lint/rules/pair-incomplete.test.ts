import { expect, it } from 'vitest';
import { pairIncomplete } from '../../../../../shared/rdp/lint/rules/pair-incomplete';
import { lookAt, seen } from '../look-at';

it.each([
  ['both', ['redirectposdevices:i:0', 'redirectcomports:i:0'], []],
  [
    'cash-desk devices alone',
    ['redirectposdevices:i:0'],
    [seen('low', 1, 'shares serial and parallel ports')],
  ],
  ['bandwidth alone', ['bandwidthautodetect:i:0'], [seen('low', 1, 'turns network detection on')]],
  ['bandwidth alone, on', ['bandwidthautodetect:i:1'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(pairIncomplete, lines)).toEqual(observations);
});
