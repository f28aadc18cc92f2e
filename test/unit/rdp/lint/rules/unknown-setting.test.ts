import { expect, it } from 'vitest';
import { unknownSetting } from '../../../../../shared/rdp/lint/rules/unknown-setting';
import { lookAt, seen } from '../look-at';

it.each([
  ['a known one', ['full address:s:a'], []],
  ['one nobody knows', ['frobnicate:s:a'], [seen('low', 1, 'pass over')]],
  ['a slip', ['fulladress:s:a'], [seen('low', 1, '“full address” may have been meant')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(unknownSetting, lines)).toEqual(observations);
});
