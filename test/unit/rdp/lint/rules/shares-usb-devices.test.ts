import { expect, it } from 'vitest';
import { sharesUsbDevices } from '../../../../../shared/rdp/lint/rules/shares-usb-devices';
import { lookAt, seen } from '../look-at';

it.each([
  ['not mentioned', ['full address:s:a'], []],
  ['turned off', ['usbdevicestoredirect:s:'], []],
  ['asked for', ['full address:s:a', 'usbdevicestoredirect:s:*'], [seen('high', 2, 'names “*”')]],
])('%s', (_, lines, observations) => {
  expect(lookAt(sharesUsbDevices, lines)).toEqual(observations);
});
