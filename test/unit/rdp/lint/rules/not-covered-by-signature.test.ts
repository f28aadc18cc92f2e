import { expect, it } from 'vitest';
import { notCoveredBySignature } from '../../../../../shared/rdp/lint/rules/not-covered-by-signature';
import { lookAt, seen } from '../look-at';

it.each([
  ['no signature', ['drivestoredirect:s:*'], []],
  [
    'a covered line',
    ['drivestoredirect:s:*', 'signscope:s:DrivesToRedirect', 'signature:s:AQABAAEAAABkAAAA'],
    [],
  ],
  [
    'one that is not',
    [
      'drivestoredirect:s:*',
      'camerastoredirect:s:*',
      'username:s:ada',
      'signscope:s:DrivesToRedirect',
      'signature:s:AQABAAEAAABkAAAA',
    ],
    [seen('medium', 2, 'does not cover “camerastoredirect”'), seen('medium', 3, '“username”')],
  ],
  [
    'one that says nothing',
    ['camerastoredirect:s:', 'signscope:s:Full Address', 'signature:s:AQABAAEAAABkAAAA'],
    [],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(notCoveredBySignature, lines)).toEqual(observations);
});
