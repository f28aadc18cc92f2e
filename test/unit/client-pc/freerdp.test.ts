import { expect, it } from 'vitest';
import { freerdpVersionIn, isBuiltWithEntra } from '../../../shared/client-pc/freerdp';

it.each([
  ['This is FreeRDP version 2.11.7 (2.11.7)\n', '2.11.7'],
  ['This is FreeRDP version 3.5.1+dfsg1-0ubuntu1 (3.5.1)\n', '3.5.1+dfsg1-0ubuntu1'],
  ['This is FreeRDP version 3.0.0-dev3 (n/a)', '3.0.0-dev3'],
  ['[ERROR][com.freerdp.client.x11] - failed to open display: ', null],
  ['', null],
])('reads the version in %j', (text, version) => {
  expect(freerdpVersionIn(text)).toBe(version);
});

it.each([
  ['Build configuration: BUILD_TESTING=OFF WITH_AAD=ON WITH_X11=ON', true],
  ['WITH_AAD=OFF', false],
  ['WITH_AADX=ON', null],
  ['', null],
])('knows from %j whether Entra sign-in is built in', (text, expected) => {
  expect(isBuiltWithEntra(text)).toBe(expected);
});
