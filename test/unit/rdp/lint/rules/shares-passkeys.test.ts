import { expect, it } from 'vitest';
import { sharesPasskeys } from '../../../../../shared/rdp/lint/rules/shares-passkeys';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['redirectwebauthn:i:0'], []],
  ['asked for', ['full address:s:a', 'redirectwebauthn:i:1'], [seen('medium', 2, '“redirectwebauthn” is 1')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesPasskeys, lines)).toEqual(observations);
});
