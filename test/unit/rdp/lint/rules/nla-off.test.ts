import { expect, it } from 'vitest';
import { nlaOff } from '../../../../../shared/rdp/lint/rules/nla-off';
import { lookAt, seen } from '../look-at';

it.each([
  ['on', ['enablecredsspsupport:i:1'], []],
  ['not mentioned', [], []],
  ['off', ['enablecredsspsupport:i:0'], [seen('high', 1, '“enablecredsspsupport” is 0')]],
  ['off to FreeRDP', ['enablecredsspsupport:i:0x0'], [seen('high', 1, 'is 0')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(nlaOff, lines)).toEqual(observations);
});
