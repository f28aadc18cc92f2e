import { expect, it } from 'vitest';
import { sharesLocation } from '../../../../../shared/rdp/lint/rules/shares-location';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectlocation:i:0'], []],
  ['asked for', ['full address:s:a', 'redirectlocation:i:1'], [seen('medium', 2, '“redirectlocation” is 1')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesLocation, lines)).toEqual(observations);
});
