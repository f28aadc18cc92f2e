import { expect, it } from 'vitest';
import { notASetting } from '../../../../../shared/rdp/lint/rules/not-a-setting';
import { lookAt, seen } from '../look-at';

it.each([
  ['settings and blanks', ['full address:s:a', '', '   '], []],
  ['a note', ['# made by hand'], [seen('info', 1, 'made by hand')]],
  ['a torn line', ['full address'], [seen('low', 1, 'is not “name:type:value”')]],
  ['an unknown type', ['full address:x:a'], [seen('low', 1, 'pass over')]],
  ['an option, which is another rule', ['/v:a'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(notASetting, lines)).toEqual(observations);
});
