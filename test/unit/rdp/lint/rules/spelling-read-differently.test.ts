import { expect, it } from 'vitest';
import { spellingReadDifferently } from '../../../../../shared/rdp/lint/rules/spelling-read-differently';
import { lookAt, seen } from '../look-at';

it.each([
  ['as Windows writes it', ['full address:s:a'], []],
  ['letter case of the name', ['Full Address:s:a'], []],
  ['a blank before', [' full address:s:a'], [seen('low', 1, 'around the name')]],
  ['a blank after the name', ['full address :s:a'], [seen('low', 1, 'around the name')]],
  ['a blank around the type', ['full address: s:a'], [seen('low', 1, 'around the type')]],
  ['an upper-case type', ['full address:S:a'], [seen('low', 1, 'lower case only')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(spellingReadDifferently, lines)).toEqual(observations);
});
