import { expect, it } from 'vitest';
import { sharesSmartCards } from '../../../../../shared/rdp/lint/rules/shares-smart-cards';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectsmartcards:i:0'], []],
  [
    'asked for',
    ['full address:s:a', 'redirectsmartcards:i:1'],
    [seen('low', 2, '“redirectsmartcards” is 1')],
  ],
  ["Remmina's spelling", ['redirectsmartcard:i:1'], [seen('low', 1, 'redirectsmartcard')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesSmartCards, lines)).toEqual(observations);
});
