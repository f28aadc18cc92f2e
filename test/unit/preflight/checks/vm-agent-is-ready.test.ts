import { expect, it } from 'vitest';
import { vmAgentIsReady } from '../../../../shared/preflight/checks/vm-agent-is-ready';
import { aDevice, aVm, type Case, problem, verdictOf } from '../builders';

const notReady = aVm({}, { agent: { version: 'Unknown', isReady: false, status: 'Not Ready' } });

it.each<Case>([
  [
    'a ready agent',
    { vm: aVm(), vmDevices: [] },
    {
      status: 'pass',
      found: 'The agent of web-01 is ready (version 2.7.41491.1176).',
    },
  ],
  [
    'a ready agent, seen by somebody who cannot read devices',
    { vm: aVm() },
    {
      status: 'pass',
      found: 'The agent of web-01 is ready (version 2.7.41491.1176).',
    },
  ],
  [
    'an agent that is not ready on a VM that never joined',
    { vm: notReady, vmDevices: [] },
    {
      status: 'fail',
      found: 'The agent of web-01 is not ready (Not Ready), so no extension can be installed or run.',
      remedies: [
        'do: If the VM was started a moment ago, wait some minutes and check again.',
        'az: az vm restart --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Restart-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please look at the Azure VM agent of web-01 (resource group rg-app): it is not ready.',
      ],
    },
  ],
  [
    'an agent that is not ready on a VM that has joined',
    { vm: notReady, vmDevices: [aDevice()] },
    {
      status: 'warn',
      found:
        'The agent of web-01 is not ready (Not Ready), so no extension can be installed or run. web-01 has joined Entra ID nevertheless, as WEB-01.',
      remedies: [
        'do: If the VM was started a moment ago, wait some minutes and check again.',
        'az: az vm restart --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Restart-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please look at the Azure VM agent of web-01 (resource group rg-app): it is not ready.',
      ],
    },
  ],
  [
    'an agent that is not ready while the device is disabled',
    { vm: notReady, vmDevices: [aDevice({ isEnabled: false })] },
    {
      status: 'fail',
      found: 'The agent of web-01 is not ready (Not Ready), so no extension can be installed or run.',
      remedies: [
        'do: If the VM was started a moment ago, wait some minutes and check again.',
        'az: az vm restart --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Restart-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please look at the Azure VM agent of web-01 (resource group rg-app): it is not ready.',
      ],
    },
  ],
  [
    'an agent that is not ready, devices unreadable',
    { vm: notReady },
    {
      status: 'fail',
      found: 'The agent of web-01 is not ready (Not Ready), so no extension can be installed or run.',
      remedies: [
        'do: If the VM was started a moment ago, wait some minutes and check again.',
        'az: az vm restart --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Restart-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please look at the Azure VM agent of web-01 (resource group rg-app): it is not ready.',
      ],
    },
  ],
  [
    'no agent at all',
    { vm: aVm({}, { agent: null }), vmDevices: [] },
    {
      status: 'fail',
      found: 'The agent of web-01 is not ready (no status at all), so no extension can be installed or run.',
      remedies: [
        'do: If the VM was started a moment ago, wait some minutes and check again.',
        'az: az vm restart --resource-group rg-app --name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'powershell: Restart-AzVM -ResourceGroupName rg-app -Name web-01',
        'ask: Please look at the Azure VM agent of web-01 (resource group rg-app): it is not ready.',
      ],
    },
  ],
  [
    'an instance view that may not be read',
    { vm: aVm({}, null) },
    {
      status: 'unknown',
      because: 'What the agent of web-01 reports could not be read.',
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
  expect(verdictOf(vmAgentIsReady, known)).toEqual(expected);
});
