import { expect, it } from 'vitest';
import { loginExtensionIsInstalled } from '../../../../shared/preflight/checks/login-extension-is-installed';
import { aDevice, aLoginExtension, aVm, type Case, verdictOf } from '../builders';

it.each<Case>([
  [
    'the extension',
    { vm: aVm(), vmExtensions: [aLoginExtension()] },
    {
      status: 'pass',
      found: 'web-01 has AADLoginForWindows as AADLoginForWindows, version 2.2.',
    },
  ],
  [
    'the extension under a name of its own, in another letter case',
    {
      vm: aVm(),
      vmExtensions: [aLoginExtension({ name: 'AADLogin', type: 'aadloginforwindows', version: null })],
    },
    {
      status: 'pass',
      found: 'web-01 has AADLoginForWindows as AADLogin.',
    },
  ],
  [
    'none, and no device',
    { vm: aVm(), vmExtensions: [], vmDevices: [] },
    {
      status: 'fail',
      found:
        'web-01 does not have the extension AADLoginForWindows, which joins it to Entra ID and lets Entra ID accounts in.',
      remedies: [
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'only one that happens to bear its name',
    { vm: aVm(), vmExtensions: [aLoginExtension({ publisher: 'Contoso' })], vmDevices: [] },
    {
      status: 'fail',
      found:
        'web-01 does not have the extension AADLoginForWindows, which joins it to Entra ID and lets Entra ID accounts in.',
      remedies: [
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'taken away after the VM joined',
    { vm: aVm(), vmExtensions: [], vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'web-01 does not have the extension AADLoginForWindows, which joins it to Entra ID and lets Entra ID accounts in. web-01 has joined Entra ID nevertheless, as WEB-01.',
      remedies: [
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'extensions that may not be read',
    { vm: aVm() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(loginExtensionIsInstalled, known)).toEqual(expected);
});
