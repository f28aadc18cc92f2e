import { expect, it } from 'vitest';
import { vmIsRunning } from '../../../../shared/preflight/checks/vm-is-running';
import { aVm, type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'a running VM',
    { vm: aVm() },
    {
      status: 'pass',
      found: 'web-01 is running.',
    },
  ],
  [
    'a VM that is starting',
    { vm: aVm({}, { powerState: 'starting' }) },
    {
      status: 'warn',
      found: 'web-01 is starting and does not answer yet.',
      remedies: ['do: Wait a minute or two, then check again.'],
    },
  ],
  [
    'a deallocated VM',
    { vm: aVm({ name: 'stopped-01' }, { powerState: 'deallocated' }) },
    {
      status: 'fail',
      found: 'stopped-01 is deallocated, so nothing on it can answer.',
      remedies: [
        'az: az vm start --resource-group rg-app --name stopped-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Start-AzVM -ResourceGroupName rg-app -Name stopped-01',
        'ask: Please start the VM stopped-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a VM shut down from inside',
    { vm: aVm({}, { powerState: 'stopped' }) },
    {
      status: 'fail',
      found: 'web-01 is stopped, so nothing on it can answer.',
      remedies: [
        'az: az vm start --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Start-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please start the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a hibernated VM',
    { vm: aVm({}, { powerState: 'hibernated' }) },
    {
      status: 'fail',
      found: 'web-01 is hibernated, so nothing on it can answer.',
      remedies: [
        'az: az vm start --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Start-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please start the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a VM that is stopping',
    { vm: aVm({}, { powerState: 'deallocating' }) },
    {
      status: 'fail',
      found: 'web-01 is deallocating at this moment. It has to stop before it can start again.',
      remedies: [
        'do: Wait until it has stopped.',
        'az: az vm start --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Start-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please start the VM web-01 (resource group rg-app).',
      ],
    },
  ],
  [
    'a resource group whose name a shell would take apart',
    { vm: aVm({ resourceGroup: "rg (o'brien)" }, { powerState: 'stopped' }) },
    {
      status: 'fail',
      found: 'web-01 is stopped, so nothing on it can answer.',
      remedies: [
        "az: az vm start --resource-group 'rg (o'\\''brien)' --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333",
        "powershell: Start-AzVM -ResourceGroupName 'rg (o''brien)' -Name web-01",
        "ask: Please start the VM web-01 (resource group rg (o'brien)).",
      ],
    },
  ],
  [
    'a power state nobody has heard of',
    { vm: aVm({}, { powerState: null }) },
    {
      status: 'unknown',
      because: 'Azure did not say whether web-01 is running.',
      missing: 'Microsoft.Compute/virtualMachines/instanceView/read on the VM (role Reader)',
    },
  ],
  [
    'an instance view that may not be read',
    { vm: aVm({}, null) },
    {
      status: 'unknown',
      because: 'Azure did not say whether web-01 is running.',
      missing: 'Microsoft.Compute/virtualMachines/instanceView/read on the VM (role Reader)',
    },
  ],
  [
    'a VM that may not be read',
    { vm: problem() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(vmIsRunning, known)).toEqual(expected);
});
