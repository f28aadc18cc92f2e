import { expect, it } from 'vitest';
import { injectedOption } from '../../../../../shared/rdp/lint/rules/injected-option';
import { lookAt, seen } from '../look-at';

it.each([
  ['settings', ['full address:s:/etc'], []],
  ['an option', ['full address:s:a', '/cert:ignore'], [seen('high', 2, '“/cert:ignore” is an option')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(injectedOption, lines)).toEqual(observations);
});
