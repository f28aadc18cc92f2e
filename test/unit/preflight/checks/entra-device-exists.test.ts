import { expect, it } from 'vitest';
import { entraDeviceExists } from '../../../../shared/preflight/checks/entra-device-exists';
import { aDevice, aLoginExtension, aVm, type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'the device of the VM',
    { vm: aVm(), vmDevices: [aDevice()] },
    {
      status: 'pass',
      found: 'web-01 joined as WEB-01 on 2026-01-02.',
    },
  ],
  [
    "a resource id in Entra ID's own letter case",
    { vm: aVm(), vmDevices: [aDevice({ azureResourceId: aVm().id.toUpperCase() })] },
    {
      status: 'pass',
      found: 'web-01 joined as WEB-01 on 2026-01-02.',
    },
  ],
  [
    'the newest of two registrations',
    {
      vm: aVm(),
      vmDevices: [
        aDevice({ displayName: 'OLDER' }),
        aDevice({ displayName: 'NEWER', registeredAt: '2026-06-01T00:00:00Z' }),
      ],
    },
    {
      status: 'pass',
      found: 'web-01 joined as NEWER on 2026-06-01.',
    },
  ],
  [
    'no device',
    { vm: aVm(), vmDevices: [] },
    {
      status: 'fail',
      found: 'No device in Entra ID carries the resource id of web-01: it has not joined.',
      remedies: [
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'no device on a Windows that cannot join',
    { vm: aVm({ image: null }, { osVersion: '10.0.14393.8330' }), vmDevices: [] },
    {
      status: 'fail',
      found: 'No device in Entra ID carries the resource id of web-01: it has not joined.',
      remedies: ['do: Move to a newer Windows first: this one cannot join.'],
    },
  ],
  [
    'no device yet, as the extension is still being installed',
    { vm: aVm(), vmDevices: [], vmExtensions: [aLoginExtension({ provisioningState: 'Creating' })] },
    {
      status: 'fail',
      found:
        'No device in Entra ID carries the resource id of web-01: it has not joined yet, as AADLoginForWindows is still at work (Creating).',
      remedies: ['do: Wait some minutes, then check again.'],
    },
  ],
  [
    'a device of its name without a resource id, registered after the VM was made',
    { vm: aVm(), vmDevices: [], namesakeDevices: [aDevice({ azureResourceId: null })] },
    {
      status: 'unknown',
      because:
        'The device WEB-01 has the name of web-01, but not the resource id that would prove it to be its own.',
    },
  ],
  [
    'a device of its name without a resource id, older than the VM',
    {
      vm: aVm(),
      vmDevices: [],
      namesakeDevices: [aDevice({ azureResourceId: null, registeredAt: '2025-05-05T00:00:00Z' })],
    },
    {
      status: 'fail',
      found: 'No device in Entra ID carries the resource id of web-01: it has not joined.',
      remedies: expect.any(Array),
    },
  ],
  [
    'only the device of another VM',
    { vm: aVm(), vmDevices: [aDevice({ azureResourceId: `${aVm().id}2` })] },
    {
      status: 'fail',
      found: 'No device in Entra ID carries the resource id of web-01: it has not joined.',
      remedies: [
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'only what an earlier VM of the same name left behind',
    { vm: aVm(), vmDevices: [aDevice({ registeredAt: '2025-05-05T00:00:00Z' })] },
    {
      status: 'fail',
      found:
        'The device WEB-01 was registered on 2025-05-05, before web-01 was made on 2026-01-02. It is of an earlier VM; this one has not joined.',
      remedies: [
        'az: az rest --method delete --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000001',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000001): its VM is gone.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'a leftover in US Government',
    { vm: aVm(), cloud: 'usgov', vmDevices: [aDevice({ registeredAt: '2025-05-05T00:00:00Z' })] },
    {
      status: 'fail',
      found:
        'The device WEB-01 was registered on 2025-05-05, before web-01 was made on 2026-01-02. It is of an earlier VM; this one has not joined.',
      remedies: [
        'az: az rest --method delete --resource https://graph.microsoft.us --url https://graph.microsoft.us/v1.0/devices/66666666-0000-4000-8000-000000000001',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000001): its VM is gone.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'a device older than the VM that has signed in since',
    {
      vm: aVm(),
      vmDevices: [aDevice({ registeredAt: '2025-05-05T00:00:00Z', lastSignInAt: '2026-11-20T00:00:00Z' })],
    },
    {
      status: 'pass',
      found: 'web-01 joined as WEB-01 on 2025-05-05.',
    },
  ],
  [
    'a hybrid device',
    { vm: aVm(), vmDevices: [aDevice({ trustType: 'ServerAd' })] },
    {
      status: 'fail',
      found: 'The device WEB-01 of web-01 is a hybrid one, of a domain. Sign-in needs a joined one.',
      remedies: [
        'ask: Please have web-01 leave what it is joined to and join Entra ID by AADLoginForWindows.',
      ],
    },
  ],
  [
    'a device that is only registered',
    { vm: aVm(), vmDevices: [aDevice({ trustType: 'Workplace' })] },
    {
      status: 'fail',
      found: 'The device WEB-01 of web-01 is only registered, not joined. Sign-in needs a joined one.',
      remedies: [
        'ask: Please have web-01 leave what it is joined to and join Entra ID by AADLoginForWindows.',
      ],
    },
  ],
  [
    'devices that may not be read',
    {
      vm: aVm(),
      vmDevices: problem(
        'access-denied',
        'Microsoft Graph denied reading devices.',
        'Device.Read.All (Microsoft Graph, needs admin consent once)',
      ),
    },
    {
      status: 'unknown',
      because: 'Microsoft Graph denied reading devices.',
      missing: 'Device.Read.All (Microsoft Graph, needs admin consent once)',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(entraDeviceExists, known)).toEqual(expected);
});
