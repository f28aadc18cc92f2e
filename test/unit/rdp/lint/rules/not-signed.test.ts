import { expect, it } from 'vitest';
import { notSigned } from '../../../../../shared/rdp/lint/rules/not-signed';
import { lookAt, seen } from '../look-at';

it.each([
  ['a signature', ['signature:s:AQABAAEAAABkAAAA'], []],
  ['none', ['full address:s:a'], [seen('info', 1, 'Nobody has signed')]],
  ['an empty one', ['signature:s:'], [seen('info', 1, 'Nobody has signed')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(notSigned, lines)).toEqual(observations);
});
