import { expect, it } from 'vitest';
import { leaksVariables } from '../../../../../shared/rdp/lint/rules/leaks-variables';
import { lookAt, seen } from '../look-at';

it.each([
  [
    'variables filled in there',
    ['remoteapplicationcmdline:s:%USERNAME%', 'remoteapplicationexpandcmdline:i:1'],
    [],
  ],
  ['no variables', ['remoteapplicationcmdline:s:100 % sure', 'remoteapplicationexpandcmdline:i:0'], []],
  [
    'variables filled in here',
    ['remoteapplicationcmdline:s:/u %USERNAME%', 'remoteapplicationexpandcmdline:i:0'],
    [seen('high', 1, '“/u %USERNAME%”')],
  ],
  [
    'a folder',
    ['shell working directory:s:%TEMP%', 'remoteapplicationexpandworkingdir:i:0'],
    [seen('high', 1, '%TEMP%')],
  ],
])('%s', (_, lines, observations) => {
  expect(lookAt(leaksVariables, lines)).toEqual(observations);
});
