import { expect, it } from 'vitest';
import { sharesCameras } from '../../../../../shared/rdp/lint/rules/shares-cameras';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['camerastoredirect:s:'], []],
  ['asked for', ['full address:s:a', 'camerastoredirect:s:*'], [seen('high', 2, 'names “*”')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesCameras, lines)).toEqual(observations);
});
