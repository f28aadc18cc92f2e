import { expect, it } from 'vitest';
import { portConflict } from '../../../../../shared/rdp/lint/rules/port-conflict';
import { lookAt, seen } from '../look-at';

it.each([
  ['the same port', ['full address:s:web-01:3390', 'server port:i:3390'], []],
  ['no port in the address', ['full address:s:web-01', 'server port:i:3390'], []],
  [
    'two ports',
    ['full address:s:web-01:3390', 'server port:i:3391'],
    [seen('medium', 2, '“server port” is “3391” and the address in line 1 says 3390')],
  ],
  [
    'a port that is none',
    ['full address:s:web-01:3390', 'server port:i:'],
    [seen('medium', 2, 'is an empty value')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(portConflict, lines)).toEqual(observations);
});
