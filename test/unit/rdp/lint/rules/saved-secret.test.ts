import { expect, it } from 'vitest';
import { savedSecret } from '../../../../../shared/rdp/lint/rules/saved-secret';
import { lookAt, seen } from '../look-at';

it.each([
  ['a user name', ['username:s:ada'], []],
  ['an empty password', ['password 51:b:'], []],
  [
    'a password of Windows',
    ['password 51:b:01AF'],
    [seen('high', 1, '“password 51” carries a secret (not shown here)')],
  ],
  ['a clear one', ['password:s:hunter2'], [seen('high', 1, '“password” carries')]],
  ['a token of the wrong type', ['gatewayaccesstoken:i:77'], [seen('high', 1, 'gatewayaccesstoken')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(savedSecret, lines)).toEqual(observations);
});
