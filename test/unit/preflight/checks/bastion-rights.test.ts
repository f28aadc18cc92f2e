import { expect, it } from 'vitest';
import { bastionRights } from '../../../../shared/preflight/checks/bastion-rights';
import { anAccount, aVm, type Case, problem, verdictOf } from '../builders';
import { aBastion, aNic, someBastions } from '../connection-builders';

const bastions = someBastions(aBastion());
const networkInterfaces = [aNic()];

it.each<Case>([
  [
    'all of it readable',
    { vm: aVm(), networkInterfaces, bastions, account: anAccount() },
    {
      status: 'pass',
      found: 'You can read the VM, its network interface and Azure Bastion bas-hub.',
    },
  ],
  [
    'all of it readable by the helpdesk, for somebody else',
    {
      vm: aVm(),
      networkInterfaces,
      bastions,
      account: anAccount({ username: 'lin@contoso.example', readBy: 'hedy@contoso.example' }),
    },
    {
      status: 'unknown',
      because:
        'What lin@contoso.example may read was not seen: Azure was read with the rights of hedy@contoso.example.',
    },
  ],
  [
    'all of it readable, for nobody knows whom',
    { vm: aVm(), networkInterfaces, bastions, account: problem() },
    { status: 'unknown', because: 'Azure denied it.', missing: 'Reader on the VM' },
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
      status: 'skip',
      because: expect.stringContaining('only a host name was given'),
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
