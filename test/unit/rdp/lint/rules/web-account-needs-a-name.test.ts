import { expect, it } from 'vitest';
import { webAccountNeedsAName } from '../../../../../shared/rdp/lint/rules/web-account-needs-a-name';
import { lookAt, seen } from '../look-at';

it.each([
  ['a name', ['full address:s:web-01', 'enablerdsaadauth:i:1'], []],
  ['an address without the web account', ['full address:s:10.0.0.4', 'enablerdsaadauth:i:0'], []],
  [
    'an address',
    ['enablerdsaadauth:i:1', 'full address:s:10.0.0.4:3389'],
    [seen('high', 2, 'the IP address “10.0.0.4:3389”')],
  ],
  [
    'a decimal address',
    ['full address:s:167772164', 'enablerdsaadauth:i:1'],
    [seen('high', 1, '“167772164”')],
  ],
  [
    'IPv6 as the second address',
    ['full address:s:web-01', 'alternate full address:s:[2001:db8::1]', 'enablerdsaadauth:i:1'],
    [seen('high', 2, '2001:db8::1')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(webAccountNeedsAName, lines)).toEqual(observations);
});
