import { expect, it } from 'vitest';
import { mistypedSetting } from '../../../../../shared/rdp/lint/rules/mistyped-setting';
import { lookAt, seen } from '../look-at';

it.each([
  ['the right type', ['authentication level:i:2'], []],
  ['one nobody knows', ['frobnicate:s:1'], []],
  ['text for a number', ['authentication level:s:0'], [seen('medium', 1, 'with the type s and needs i')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(mistypedSetting, lines)).toEqual(observations);
});
