import { expect, it } from 'vitest';
import { bastionAllowsEntra } from '../../../../shared/preflight/checks/bastion-allows-entra';
import { aPc, type Case, problem, verdictOf } from '../builders';
import { aBastion, aNic, someBastions } from '../connection-builders';

const networkInterfaces = [aNic()];
const raise = 'ask: Please raise Azure Bastion bas-hub to SKU Standard and switch on native client support.';
const browser = 'do: Open the session in the browser, from the Azure portal.';
const basic = aBastion({ sku: 'Basic', allowsTunneling: false });
const linux = aPc({ os: 'linux', build: null });

it.each<Case>([
  [
    'Standard with native client',
    { bastions: someBastions(aBastion()), networkInterfaces, thisPc: aPc() },
    {
      status: 'pass',
      found: 'Azure Bastion bas-hub (Standard, native client on) signs in with Entra ID.',
    },
  ],
  [
    'the better of two',
    {
      bastions: someBastions({ ...basic, name: 'bas-old' }, aBastion({ sku: 'premium' })),
      networkInterfaces,
      thisPc: aPc(),
    },
    {
      status: 'pass',
      found: 'Azure Bastion bas-hub (premium, native client on) signs in with Entra ID.',
    },
  ],
  [
    'Basic, which serves the browser',
    { bastions: someBastions(basic), networkInterfaces, thisPc: aPc() },
    {
      status: 'fail',
      found:
        'Azure Bastion bas-hub (Basic, native client off) signs in with Entra ID in the browser only: the RDP client needs SKU Standard or Premium with native client support.',
      remedies: [browser, raise],
      routes: { 'bastion-client': 'fail', 'bastion-portal': 'pass' },
    },
  ],
  [
    'Standard without native client',
    { bastions: someBastions(aBastion({ allowsTunneling: false })), networkInterfaces, thisPc: aPc() },
    {
      status: 'fail',
      found:
        'Azure Bastion bas-hub (Standard, native client off) signs in with Entra ID in the browser only: the RDP client needs SKU Standard or Premium with native client support.',
      remedies: [browser, raise],
      routes: { 'bastion-client': 'fail', 'bastion-portal': 'pass' },
    },
  ],
  [
    'Basic on a PC without Windows, where the RDP client is not on offer',
    { bastions: someBastions(basic), networkInterfaces, thisPc: linux },
    {
      status: 'pass',
      found: 'Azure Bastion bas-hub (Basic, native client off) signs in with Entra ID.',
      routes: { 'bastion-client': 'skip', 'bastion-portal': 'pass' },
    },
  ],
  [
    'Developer, which serves neither',
    {
      bastions: someBastions(aBastion({ sku: 'Developer', allowsTunneling: false })),
      networkInterfaces,
      thisPc: aPc(),
    },
    {
      status: 'fail',
      found:
        'Azure Bastion bas-hub (Developer, native client off) cannot sign in with Entra ID: the browser needs SKU Basic or higher, the RDP client Standard or Premium with native client support.',
      remedies: [raise],
    },
  ],
  [
    'an SKU that could not be read',
    { bastions: someBastions(aBastion({ sku: null })), networkInterfaces },
    { status: 'unknown', because: 'The SKU of Azure Bastion bas-hub could not be read.' },
  ],
  [
    'none',
    { bastions: someBastions(), networkInterfaces },
    { status: 'skip', because: "No Azure Bastion serves the VM's network." },
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
  expect(verdictOf(bastionAllowsEntra, known)).toEqual(expected);
});
