import { expect, it } from 'vitest';
import { addressMalformed } from '../../../../../shared/rdp/lint/rules/address-malformed';
import { lookAt, seen } from '../look-at';

it.each([
  ['a name', ['full address:s:web-01.contoso.example:3390'], []],
  ['an address', ['full address:s:10.0.0.4'], []],
  ['port 0', ['full address:s:web-01:0'], [seen('medium', 1, '“0” is not a port')]],
  ['port 65536', ['full address:s:web-01:65536'], [seen('medium', 1, '“65536” is not a port')]],
  ['a port that is a word', ['full address:s:web-01:abc'], [seen('medium', 1, '“abc” is not a port')]],
  ['a colon and nothing', ['gatewayhostname:s:gate:'], [seen('medium', 1, 'an empty value is not a port')]],
  [
    'IPv6 in brackets',
    ['full address:s:[2001:db8::1]:3389'],
    [seen('medium', 1, 'FreeRDP cannot read an IPv6')],
  ],
  ['bare IPv6', ['alternate full address:s:2001:db8::1'], [seen('medium', 1, 'last part for a port')]],
  ['a blank at the end', ['full address:s:web-01 '], [seen('medium', 1, 'blanks stand around')]],
  ['a path', ['full address:s:../web'], [seen('medium', 1, 'cannot be the name of a host')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(addressMalformed, lines)).toEqual(observations);
});
