import { expect, it } from 'vitest';
import { duplicateSetting } from '../../../../../shared/rdp/lint/rules/duplicate-setting';
import { lookAt, seen } from '../look-at';

it.each([
  ['different settings', ['full address:s:a', 'username:s:b'], []],
  [
    'the same twice',
    ['full address:s:one', 'Full Address:s:two'],
    [seen('high', 2, 'as “one” in line 1 and as “two” here')],
  ],
  ['three times', ['x:i:1', 'x:i:1', 'x:i:1'], [seen('high', 2, 'stands'), seen('high', 3, 'stands')]],
  ['secrets', ['password:s:hunter2', 'password:s:hunter3'], [seen('high', 2, '“password” stands twice:')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(duplicateSetting, lines)).toEqual(observations);
});
