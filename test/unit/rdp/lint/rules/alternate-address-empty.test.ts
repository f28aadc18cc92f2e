import { expect, it } from 'vitest';
import { alternateAddressEmpty } from '../../../../../shared/rdp/lint/rules/alternate-address-empty';
import { lookAt, seen } from '../look-at';

it.each([
  ['none', ['full address:s:web-01'], []],
  ['an empty one', ['full address:s:web-01', 'alternate full address:s:'], [seen('medium', 2, 'FreeRDP')]],
  ['blanks', ['alternate full address:s:  '], [seen('medium', 1, 'empty')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(alternateAddressEmpty, lines)).toEqual(observations);
});
