import { expect, it } from 'vitest';
import { bastionRights } from '../../../../shared/preflight/checks/bastion-rights';
import { aVm, type Case, problem, verdictOf } from '../builders';
import { aBastion, aNic, someBastions } from '../connection-builders';

const bastions = someBastions(aBastion());
const networkInterfaces = [aNic()];

it.each<Case>([
  [
    'all of it readable',
    { vm: aVm(), networkInterfaces, bastions },
    {
      status: 'pass',
      found: 'You can read the VM, its network interface and Azure Bastion bas-hub.',
    },
  ],
  [
    'interfaces that may not be read',
    { vm: aVm(), networkInterfaces: problem(), bastions },
    {
      status: 'unknown',
      because:
        'Azure Bastion needs you to read the VM, its network interface and Bastion; not read: its network interface.',
      missing: 'Reader on the VM',
    },
  ],
  [
    'nothing that may be read',
    {},
    {
      status: 'unknown',
      because:
        'Azure Bastion needs you to read the VM, its network interface and Bastion; not read: the VM, its network interface, Azure Bastion.',
      missing: 'Reader on the VM',
    },
  ],
  [
    'a VM nobody named',
    { vm: problem('not-asked', 'No VM was named.', null), networkInterfaces, bastions },
    {
      status: 'unknown',
      because: 'Azure Bastion needs you to read the VM, its network interface and Bastion; not read: the VM.',
    },
  ],
  [
    'no Bastion to have rights on',
    { vm: aVm(), networkInterfaces, bastions: someBastions() },
    { status: 'skip', because: "No Azure Bastion serves the VM's network." },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(bastionRights, known)).toEqual(expected);
});
