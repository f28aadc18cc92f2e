import { expect, it } from 'vitest';
import { entraDeviceIsUnique } from '../../../../shared/preflight/checks/entra-device-is-unique';
import { aDevice, aVm, type Case, verdictOf } from '../builders';

const own = aDevice();
const other = (changes: Parameters<typeof aDevice>[0] = {}) =>
  aDevice({ objectId: '66666666-0000-4000-8000-000000000002', azureResourceId: null, ...changes });

it.each<Case>([
  [
    'the only device of its name',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own] },
    {
      status: 'pass',
      found: 'WEB-01 is the name of no other enabled device.',
    },
  ],
  [
    'another joined device with the same host name',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other()] },
    {
      status: 'fail',
      found:
        'Two enabled devices have the host name WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000001, of 2026-01-02) and WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02).',
      remedies: [
        'do: First see whether WEB-01 is still in use: it belongs to no Azure VM.',
        'az: az rest --method delete --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000002',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02) if it is a leftover (it belongs to no Azure VM), or give the VM web-01 another computer name.',
      ],
    },
  ],
  [
    'the same host name with a suffix, which is another to Entra ID',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ hostNames: ['web-01.corp.example'] })] },
    {
      status: 'warn',
      found:
        'Another device is also called WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02). Sign-in goes by host name.',
      remedies: ['do: Nothing has to be done while sign-in works. Check which of the two is still in use.'],
    },
  ],
  [
    'the same host name in another letter case',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ hostNames: ['web-01'] })] },
    {
      status: 'fail',
      found:
        'Two enabled devices have the host name WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000001, of 2026-01-02) and WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02).',
      remedies: [
        'do: First see whether WEB-01 is still in use: it belongs to no Azure VM.',
        'az: az rest --method delete --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000002',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02) if it is a leftover (it belongs to no Azure VM), or give the VM web-01 another computer name.',
      ],
    },
  ],
  [
    'a disabled namesake',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ isEnabled: false })] },
    {
      status: 'pass',
      found: 'WEB-01 is the name of no other enabled device.',
    },
  ],
  [
    'a namesake with another host name',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ hostNames: ['elsewhere'] })] },
    {
      status: 'warn',
      found:
        'Another device is also called WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02). Sign-in goes by host name.',
      remedies: ['do: Nothing has to be done while sign-in works. Check which of the two is still in use.'],
    },
  ],
  [
    'a namesake whose host names cannot be read, beside the own device',
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ hostNames: null })] },
    {
      status: 'warn',
      found:
        'Another device is also called WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02). Sign-in goes by host name.',
      remedies: ['do: Nothing has to be done while sign-in works. Check which of the two is still in use.'],
    },
  ],
  [
    "a colleague's registered PC of the same name",
    { vm: aVm(), vmDevices: [own], namesakeDevices: [own, other({ trustType: 'Workplace' })] },
    {
      status: 'warn',
      found:
        'Another device is also called WEB-01: WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02). Sign-in goes by host name.',
      remedies: ['do: Nothing has to be done while sign-in works. Check which of the two is still in use.'],
    },
  ],
  [
    'the host name in the hands of another, and no own device',
    { vm: aVm(), vmDevices: [], namesakeDevices: [other({ registeredAt: '2025-06-01T00:00:00Z' })] },
    {
      status: 'fail',
      found:
        'The device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2025-06-01) has the name WEB-01, so web-01 could not join under it.',
      remedies: [
        'do: First see whether WEB-01 is still in use: it belongs to no Azure VM.',
        'az: az rest --method delete --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000002',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2025-06-01) if it is a leftover (it belongs to no Azure VM), or give the VM web-01 another computer name.',
      ],
    },
  ],
  [
    'no own device, and a namesake whose host names cannot be read',
    {
      vm: aVm(),
      vmDevices: [],
      namesakeDevices: [other({ hostNames: null, registeredAt: '2025-06-01T00:00:00Z' })],
    },
    {
      status: 'fail',
      found:
        'The device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2025-06-01) has the name WEB-01, so web-01 could not join under it.',
      remedies: [
        'do: First see whether WEB-01 is still in use: it belongs to no Azure VM.',
        'az: az rest --method delete --resource https://graph.microsoft.com --url https://graph.microsoft.com/v1.0/devices/66666666-0000-4000-8000-000000000002',
        'ask: Please delete the device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2025-06-01) if it is a leftover (it belongs to no Azure VM), or give the VM web-01 another computer name.',
      ],
    },
  ],
  [
    'no own device, and one registered after the VM was made that does not say whose it is',
    { vm: aVm(), vmDevices: [], namesakeDevices: [other()] },
    {
      status: 'unknown',
      because:
        'The device WEB-01 (object 66666666-0000-4000-8000-000000000002, of 2026-01-02) has the name WEB-01 and does not say which VM it is of: it may be that of web-01 or another.',
    },
  ],
  [
    'neither own device nor namesake',
    { vm: aVm(), vmDevices: [], namesakeDevices: [] },
    {
      status: 'pass',
      found: 'WEB-01 is the name of no other enabled device.',
    },
  ],
  [
    'a VM whose name in Windows is not known',
    { vm: aVm({ computerName: null }, { computerName: null }), namesakeDevices: [] },
    {
      status: 'unknown',
      because: 'What web-01 is called in Windows is not known.',
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
  expect(verdictOf(entraDeviceIsUnique, known)).toEqual(expected);
});
