import { expect, it } from 'vitest';
import { loginExtensionSucceeded } from '../../../../shared/preflight/checks/login-extension-succeeded';
import { aDevice, aLoginExtension, aVm, type Case, verdictOf } from '../builders';

const failed = (statusCode: string | null, statusMessage: string | null) =>
  aLoginExtension({ provisioningState: 'Failed', statusCode, statusMessage });
const tenantUnavailable = failed(
  'ProvisioningState/failed/1007',
  "Handler 'Microsoft.Azure.ActiveDirectory.AADLoginForWindows' has reported failure for VM Extension 'AADLoginForWindows' with terminal error code '1007' and error message: 'AADLoginForWindowsHandler.exe has exited with Exit code: -2145648574'",
);

it.each<Case>([
  [
    'success, and the VM has joined',
    { vm: aVm(), vmExtensions: [aLoginExtension()], vmDevices: [aDevice()] },
    {
      status: 'pass',
      found: 'AADLoginForWindows reports success on web-01, and the VM has joined as WEB-01.',
    },
  ],
  [
    'success, but no device',
    { vm: aVm(), vmExtensions: [aLoginExtension()], vmDevices: [] },
    {
      status: 'pass',
      found:
        'AADLoginForWindows reports success on web-01. That alone does not prove that the VM has joined.',
    },
  ],
  [
    'success, devices unreadable',
    { vm: aVm(), vmExtensions: [aLoginExtension()] },
    {
      status: 'pass',
      found:
        'AADLoginForWindows reports success on web-01. That alone does not prove that the VM has joined.',
    },
  ],
  [
    'success that speaks of a failed join',
    {
      vm: aVm(),
      vmExtensions: [aLoginExtension({ statusMessage: 'AAD Join failed with status code: -2145648509.' })],
      vmDevices: [],
    },
    {
      status: 'warn',
      found:
        'AADLoginForWindows reports success on web-01, and in its message error_hostname_duplicate, -2145648509 (0x801C0083): Another device of this tenant already has the host name of the VM.',
      remedies: [
        'do: Delete the other device if it is a leftover, or give this VM another computer name, then install the extension again.',
      ],
    },
  ],
  [
    'still at work',
    { vm: aVm(), vmExtensions: [aLoginExtension({ provisioningState: 'Updating' })] },
    {
      status: 'warn',
      found: 'AADLoginForWindows is still at work on web-01 (Updating).',
      remedies: ['do: Wait some minutes, then check again.'],
    },
  ],
  [
    'no tenant to be had from the metadata service',
    { vm: aVm(), vmExtensions: [tenantUnavailable], vmDevices: [] },
    {
      status: 'fail',
      found:
        'AADLoginForWindows reports Failed on web-01 with -2145648574 (0x801C0042), DSREG_E_MSI_TENANTID_UNAVAILABLE. The VM could not learn its tenant from its managed identity.',
      remedies: [
        'do: Switch on the system-assigned identity and let the VM reach the metadata service at 169.254.169.254, then install the extension again.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'the registration service out of reach',
    { vm: aVm(), vmExtensions: [failed('ProvisioningState/failed/-2145648607', null)], vmDevices: [] },
    {
      status: 'fail',
      found:
        'AADLoginForWindows reports Failed on web-01 with -2145648607 (0x801C0021), DSREG_AUTOJOIN_DISC_FAILED. The VM could not reach the device registration service of Microsoft Entra ID.',
      remedies: [
        'do: Let the VM reach the Microsoft Entra endpoints over TCP 443, past its DNS, firewall and proxy, then install the extension again.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'an operating system it does not support',
    { vm: aVm(), vmExtensions: [failed('ProvisioningState/failed/51', null)], vmDevices: [] },
    {
      status: 'fail',
      found:
        'AADLoginForWindows reports Failed on web-01 with 51, unsupported operating system. The extension does not run on this version of Windows.',
      remedies: [
        'do: Use Windows Server 2019, Windows 10 1809 or newer, and remove the extension from this VM.',
        'ask: The extension AADLoginForWindows does not support the Windows of web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a failure on a VM that has joined all the same',
    { vm: aVm(), vmExtensions: [tenantUnavailable], vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'AADLoginForWindows reports Failed on web-01 with -2145648574 (0x801C0042), DSREG_E_MSI_TENANTID_UNAVAILABLE. The VM could not learn its tenant from its managed identity. web-01 has joined Entra ID nevertheless, as WEB-01.',
      remedies: [
        'do: Switch on the system-assigned identity and let the VM reach the metadata service at 169.254.169.254, then install the extension again.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'a code nobody has written of',
    { vm: aVm(), vmExtensions: [failed('ProvisioningState/failed/-2145648000', 'It broke.')], vmDevices: [] },
    {
      status: 'fail',
      found:
        'AADLoginForWindows reports Failed on web-01 with -2145648000 (0x801C0280). Its message: It broke.',
      remedies: [
        'do: Look into CommandExecution.log under C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.ActiveDirectory.AADLoginForWindows on the VM.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'a failure without a word',
    { vm: aVm(), vmExtensions: [failed(null, null)], vmDevices: [] },
    {
      status: 'fail',
      found: 'AADLoginForWindows reports Failed on web-01. It left no message; its log is on the VM.',
      remedies: [
        'do: Look into CommandExecution.log under C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.ActiveDirectory.AADLoginForWindows on the VM.',
        'az: az vm extension set --publisher Microsoft.Azure.ActiveDirectory --name AADLoginForWindows --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333 --force-update',
        'powershell: Set-AzVMExtension -Publisher Microsoft.Azure.ActiveDirectory -ExtensionType AADLoginForWindows -TypeHandlerVersion 2.0 -Name AADLoginForWindows -SettingString \'{"mdmId":""}\' -ResourceGroupName rg-app -VMName web-01 -ForceRerun again',
        'ask: Please install the extension AADLoginForWindows on the VM web-01 (resource group rg-app) again.',
      ],
    },
  ],
  [
    'not installed',
    { vm: aVm(), vmExtensions: [] },
    {
      status: 'skip',
      because: 'The extension is not installed.',
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
  expect(verdictOf(loginExtensionSucceeded, known)).toEqual(expected);
});
