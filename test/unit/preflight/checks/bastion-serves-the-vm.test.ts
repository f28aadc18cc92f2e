import { expect, it } from 'vitest';
import { bastionServesTheVm } from '../../../../shared/preflight/checks/bastion-serves-the-vm';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { aBastion, aNic, hub, someBastions, spoke } from '../connection-builders';

const networkInterfaces = [aNic({ subnetId: `${spoke.toUpperCase()}/subnets/default` })];
const inHub = aBastion({ networkId: hub.toLowerCase() });
const peering = { from: hub.toLowerCase(), to: spoke.toLowerCase() };
const none = {
  status: 'skip',
  because: "No Azure Bastion that you can see stands in the VM's network or in one peered with it.",
} as const;
const serves = { status: 'pass', found: "Azure Bastion bas-hub serves the VM's network." } as const;

it.each<Case>([
  ['one in its network', { bastions: someBastions(aBastion()), networkInterfaces, thisPc: aPc() }, serves],
  [
    'one in a peered network',
    { bastions: { hosts: [inHub], peerings: [peering] }, networkInterfaces, thisPc: aPc() },
    serves,
  ],
  [
    'one whose network the VM is peered with',
    {
      bastions: { hosts: [inHub], peerings: [{ from: peering.to, to: peering.from }] },
      networkInterfaces,
      thisPc: aPc(),
    },
    serves,
  ],
  [
    'a PC without Windows, where only the browser is on offer',
    { bastions: someBastions(aBastion()), networkInterfaces, thisPc: aPc({ os: 'linux', build: null }) },
    { ...serves, routes: { 'bastion-client': 'skip', 'bastion-portal': 'pass' } },
  ],
  ['none at all', { bastions: someBastions(), networkInterfaces }, none],
  ['one elsewhere', { bastions: someBastions(inHub), networkInterfaces }, none],
  [
    'a shared one (Developer) in a peered network',
    { bastions: { hosts: [{ ...inHub, sku: 'Developer' }], peerings: [peering] }, networkInterfaces },
    none,
  ],
  [
    'one being made',
    { bastions: someBastions(aBastion({ provisioningState: 'Updating' })), networkInterfaces },
    {
      status: 'warn',
      found: 'Azure Bastion does not stand ready: bas-hub is Updating.',
      remedies: ['ask: Please look at the provisioning of Azure Bastion: bas-hub is Updating.'],
    },
  ],
  [
    'one that failed',
    { bastions: someBastions(aBastion({ provisioningState: 'Failed' })), networkInterfaces },
    {
      status: 'fail',
      found: 'Azure Bastion does not stand ready: bas-hub is Failed.',
      remedies: ['ask: Please look at the provisioning of Azure Bastion: bas-hub is Failed.'],
    },
  ],
  [
    'interfaces that could not be read',
    { bastions: someBastions(aBastion()), networkInterfaces: problem() },
    { status: 'unknown', because: 'Azure denied it.', missing: 'Reader on the VM' },
  ],
  [
    'a VM nobody named',
    { vm: problem('not-asked'), bastions: problem('not-asked'), networkInterfaces: problem('not-asked') },
    { status: 'skip', because: expect.stringContaining('only a host name was given') },
  ],
  [
    'Bastions that could not be read',
    { bastions: problem(), networkInterfaces },
    { status: 'unknown', because: 'Azure denied it.', missing: 'Reader on the VM' },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(bastionServesTheVm, known)).toEqual(expected);
});
