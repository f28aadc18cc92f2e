import { expect, it } from 'vitest';
import { entraDeviceIsEnabled } from '../../../../shared/preflight/checks/entra-device-is-enabled';
import { aDevice, aVm, type Case, verdictOf } from '../builders';

it.each<Case>([
  [
    'an enabled device',
    { vm: aVm(), vmDevices: [aDevice()] },
    {
      status: 'pass',
      found: 'The device WEB-01 is enabled.',
    },
  ],
  [
    'a disabled device',
    { vm: aVm(), vmDevices: [aDevice({ isEnabled: false })] },
    {
      status: 'fail',
      found: 'The device WEB-01 of web-01 is disabled in Entra ID, so every sign-in to it is refused.',
      remedies: [
        'az: az rest --method patch --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000001 --body \'{"accountEnabled":true}\'',
        'powershell: Update-MgDevice -DeviceId 66666666-0000-4000-8000-000000000001 -AccountEnabled',
        'ask: Please enable the device WEB-01 (object 66666666-0000-4000-8000-000000000001) of the VM web-01 in Entra ID, if it was not disabled on purpose.',
      ],
    },
  ],
  [
    'a disabled device beside an older enabled one',
    {
      vm: aVm(),
      vmDevices: [aDevice(), aDevice({ isEnabled: false, registeredAt: '2026-06-01T00:00:00Z' })],
    },
    {
      status: 'fail',
      found: 'The device WEB-01 of web-01 is disabled in Entra ID, so every sign-in to it is refused.',
      remedies: [
        'az: az rest --method patch --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000001 --body \'{"accountEnabled":true}\'',
        'powershell: Update-MgDevice -DeviceId 66666666-0000-4000-8000-000000000001 -AccountEnabled',
        'ask: Please enable the device WEB-01 (object 66666666-0000-4000-8000-000000000001) of the VM web-01 in Entra ID, if it was not disabled on purpose.',
      ],
    },
  ],
  [
    'a disabled device in Azure China',
    { vm: aVm(), cloud: 'china', vmDevices: [aDevice({ isEnabled: false })] },
    {
      status: 'fail',
      found: 'The device WEB-01 of web-01 is disabled in Entra ID, so every sign-in to it is refused.',
      remedies: [
        'az: az rest --method patch --resource https://microsoftgraph.chinacloudapi.cn --url https://microsoftgraph.chinacloudapi.cn/v1.0/devices/66666666-0000-4000-8000-000000000001 --body \'{"accountEnabled":true}\'',
        'powershell: Update-MgDevice -DeviceId 66666666-0000-4000-8000-000000000001 -AccountEnabled',
        'ask: Please enable the device WEB-01 (object 66666666-0000-4000-8000-000000000001) of the VM web-01 in Entra ID, if it was not disabled on purpose.',
      ],
    },
  ],
  [
    'no device',
    { vm: aVm(), vmDevices: [] },
    {
      status: 'skip',
      because: 'web-01 has no device.',
    },
  ],
  [
    'devices that may not be read',
    { vm: aVm() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(entraDeviceIsEnabled, known)).toEqual(expected);
});
