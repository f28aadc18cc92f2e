import { expect, it } from 'vitest';
import { sharesByDefault } from '../../../../../shared/rdp/lint/rules/shares-by-default';
import { lookAt, seen } from '../look-at';

it.each([
  [
    'every line',
    ['redirectclipboard:i:0', 'redirectprinters:i:0', 'redirectsmartcards:i:0', 'redirectwebauthn:i:1'],
    [],
  ],
  ['an empty file', [], []],
  [
    'two missing',
    ['redirectclipboard:i:0', 'redirectprinters:i:0'],
    [seen('low', 1, 'missing: redirectsmartcards, redirectwebauthn')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesByDefault, lines)).toEqual(observations);
});
