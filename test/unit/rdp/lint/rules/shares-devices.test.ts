import { expect, it } from 'vitest';
import { sharesDevices } from '../../../../../shared/rdp/lint/rules/shares-devices';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['devicestoredirect:s:'], []],
  [
    'asked for',
    ['full address:s:a', 'devicestoredirect:s:DynamicDevices'],
    [seen('medium', 2, 'names “DynamicDevices”')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesDevices, lines)).toEqual(observations);
});
