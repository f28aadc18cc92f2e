import { expect, it } from 'vitest';
import { sharesPorts } from '../../../../../shared/rdp/lint/rules/shares-ports';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectcomports:i:0'], []],
  ['asked for', ['full address:s:a', 'redirectcomports:i:1'], [seen('medium', 2, '“redirectcomports” is 1')]],
  ['cash-desk devices', ['redirectposdevices:i:1'], [seen('medium', 1, 'redirectposdevices')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesPorts, lines)).toEqual(observations);
});
