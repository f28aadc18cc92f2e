import { expect, it } from 'vitest';
import { addressMissing } from '../../../../../shared/rdp/lint/rules/address-missing';
import { lookAt, seen } from '../look-at';

it.each([
  ['an address', ['full address:s:web-01'], []],
  ['no address', ['username:s:ada@contoso.example'], [seen('medium', 1, 'There is no “full address”')]],
  ['an empty one', ['screen mode id:i:2', 'full address:s: '], [seen('medium', 2, 'is empty')]],
  ['one of the wrong type', ['full address:i:1'], [seen('medium', 1, 'There is no')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(addressMissing, lines)).toEqual(observations);
});
