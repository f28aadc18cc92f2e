import { expect, it } from 'vitest';
import { hidesTheSession } from '../../../../../shared/rdp/lint/rules/hides-the-session';
import { lookAt, seen } from '../look-at';

it.each([
  ['the bar', ['displayconnectionbar:i:1'], []],
  ['no bar in a window', ['displayconnectionbar:i:0', 'screen mode id:i:1'], []],
  [
    'no bar in full screen',
    ['displayconnectionbar:i:0', 'screen mode id:i:2'],
    [seen('medium', 1, 'nothing tells')],
  ],
  ['a window on a second display', ['winposstr:s:0,1,-1900,10,-100,900'], []],
  ['a window far away', ['winposstr:s:0,1,-32000,-32000,0,0'], [seen('medium', 1, 'out of sight')]],
  ['a place nobody can read', ['winposstr:s:0,1,600a'], []],
])('%s', (_, lines, observations) => {
  expect(lookAt(hidesTheSession, lines)).toEqual(observations);
});
