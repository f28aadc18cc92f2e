import { expect, it } from 'vitest';
import { vmIsNotJoinedElsewhere } from '../../../../shared/preflight/checks/vm-is-not-joined-elsewhere';
import { aDevice, aLoginExtension, aVm, type Case, problem, verdictOf } from '../builders';

const domainJoin = (provisioningState: string) =>
  aLoginExtension({
    name: 'joindomain',
    publisher: 'Microsoft.Compute',
    type: 'JsonADDomainExtension',
    provisioningState,
  });

it.each<Case>([
  [
    'a VM with only the login extension',
    { vm: aVm(), vmExtensions: [aLoginExtension()] },
    {
      status: 'pass',
      found: 'Nothing on web-01 joins it to a domain.',
    },
  ],
  [
    'a VM an extension joined to a domain',
    { vm: aVm(), vmExtensions: [domainJoin('Succeeded')] },
    {
      status: 'fail',
      found:
        'The extension joindomain joined web-01 to a domain. A VM in a domain cannot join Entra ID as well.',
      remedies: [
        'do: Sign in with a domain account, as this VM is meant for them.',
        'az: az vm extension delete --name joindomain --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'ask: Should web-01 be used with Entra ID: please take it out of the domain, remove its domain-join extension and install AADLoginForWindows.',
      ],
    },
  ],
  [
    'a domain join that failed',
    { vm: aVm(), vmExtensions: [domainJoin('Failed')] },
    {
      status: 'warn',
      found:
        'The extension joindomain is to join web-01 to a domain (Failed). Should it succeed, Entra ID sign-in ends.',
      remedies: [
        'do: Sign in with a domain account, as this VM is meant for them.',
        'az: az vm extension delete --name joindomain --resource-group rg-app --vm-name web-01 --subscription 33333333-cccc-4ccc-8ccc-333333333333',
        'ask: Should web-01 be used with Entra ID: please take it out of the domain, remove its domain-join extension and install AADLoginForWindows.',
      ],
    },
  ],
  [
    'a hybrid device, joined without any extension',
    { vm: aVm(), vmExtensions: [], vmDevices: [aDevice({ trustType: 'ServerAd' })] },
    {
      status: 'fail',
      found: 'web-01 is joined to an Active Directory domain: its device WEB-01 is a hybrid one.',
      remedies: [
        'do: Sign in with a domain account, as this VM is meant for them.',
        'ask: Should web-01 be used with Entra ID: please take it out of the domain, remove its domain-join extension and install AADLoginForWindows.',
      ],
    },
  ],
  [
    'no extensions to read, but a joined device',
    { vm: aVm(), vmDevices: [aDevice()] },
    {
      status: 'pass',
      found: 'web-01 is joined to Entra ID alone, as WEB-01.',
    },
  ],
  [
    'neither extensions nor devices to read',
    { vm: aVm() },
    {
      status: 'unknown',
      because: 'Azure denied it.',
      missing: 'Reader on the VM',
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
  expect(verdictOf(vmIsNotJoinedElsewhere, known)).toEqual(expected);
});
