import { expect, it } from 'vitest';
import { vmRunsWindows } from '../../../../shared/preflight/checks/vm-runs-windows';
import { aVm, type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'a Windows VM',
    { vm: aVm() },
    {
      status: 'pass',
      found: 'web-01 runs Windows.',
    },
  ],
  [
    'a Linux VM',
    { vm: aVm({ name: 'linux-01', osType: 'Linux' }) },
    {
      status: 'fail',
      found: 'linux-01 runs Linux, which has no Remote Desktop sign-in with Entra ID.',
      remedies: ['do: Use SSH: "az ssh vm" signs in to Linux VMs with Entra ID.'],
    },
  ],
  [
    'a VM whose disk says nothing, but whose agent does',
    { vm: aVm({ osType: null, image: null }) },
    {
      status: 'pass',
      found: 'web-01 runs Windows.',
    },
  ],
  [
    'a VM whose disk says nothing, made from an image of Microsoft',
    { vm: aVm({ osType: null }, null) },
    {
      status: 'pass',
      found: 'web-01 runs Windows.',
    },
  ],
  [
    'a VM that says nothing',
    { vm: aVm({ osType: null, image: null }, { osName: null }) },
    {
      status: 'unknown',
      because: 'Azure does not say which operating system web-01 has.',
    },
  ],
  [
    'a bare host name',
    { vm: problem('not-asked', 'Only a host name was given.', null) },
    {
      status: 'unknown',
      because: 'Only a host name was given.',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(vmRunsWindows, known)).toEqual(expected);
});
