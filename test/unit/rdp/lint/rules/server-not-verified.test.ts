import { expect, it } from 'vitest';
import { serverNotVerified } from '../../../../../shared/rdp/lint/rules/server-not-verified';
import { lookAt, seen } from '../look-at';

it.each([
  ['asking', ['authentication level:i:2'], []],
  ['refusing', ['authentication level:i:1'], []],
  ['0', ['authentication level:i:0'], [seen('high', 1, 'in the middle')]],
  ['3', ['authentication level:i:3'], [seen('medium', 1, 'asks nothing')]],
  ['0 of the wrong type', ['authentication level:s:0'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(serverNotVerified, lines)).toEqual(observations);
});
