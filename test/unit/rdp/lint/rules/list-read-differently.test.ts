import { expect, it } from 'vitest';
import { listReadDifferently } from '../../../../../shared/rdp/lint/rules/list-read-differently';
import { lookAt, seen } from '../look-at';

it.each([
  ['one device', ['camerastoredirect:s:*'], []],
  ['semicolons', ['camerastoredirect:s:a;b'], [seen('low', 1, 'FreeRDP at commas')]],
  ['commas', ['usbdevicestoredirect:s:a,b'], [seen('low', 1, 'semicolons')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(listReadDifferently, lines)).toEqual(observations);
});
