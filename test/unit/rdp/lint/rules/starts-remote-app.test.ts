import { expect, it } from 'vitest';
import { startsRemoteApp } from '../../../../../shared/rdp/lint/rules/starts-remote-app';
import { lookAt, seen } from '../look-at';

it.each([
  ['a desktop', ['remoteapplicationmode:i:0'], []],
  [
    'a program',
    ['remoteapplicationmode:i:1', 'remoteapplicationname:s:Pay'],
    [seen('medium', 1, 'RemoteApp is on for “Pay”')],
  ],
  [
    'an alias',
    ['remoteapplicationprogram:s:||pay', 'remoteapplicationmode:i:1'],
    [seen('medium', 2, '“||pay”')],
  ],
  ['no name at all', ['remoteapplicationmode:i:0x1'], [seen('medium', 1, 'RemoteApp is on:')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(startsRemoteApp, lines)).toEqual(observations);
});
