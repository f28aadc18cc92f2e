import { expect, it } from 'vitest';
import { sharesPrinters } from '../../../../../shared/rdp/lint/rules/shares-printers';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectprinters:i:0'], []],
  ['asked for', ['full address:s:a', 'redirectprinters:i:1'], [seen('low', 2, '“redirectprinters” is 1')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesPrinters, lines)).toEqual(observations);
});
