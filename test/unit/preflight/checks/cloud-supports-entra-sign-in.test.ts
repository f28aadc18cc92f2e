import { expect, it } from 'vitest';
import { cloudSupportsEntraSignIn } from '../../../../shared/preflight/checks/cloud-supports-entra-sign-in';
import { type Case, problem, verdictOf } from '../builders';

it.each<Case>([
  [
    'Azure Global',
    { cloud: 'global' },
    {
      status: 'pass',
      found:
        'Azure Global: sign-in at login.microsoftonline.com, Azure at management.azure.com; the VM needs enterpriseregistration.windows.net, login.microsoftonline.com, pas.windows.net.',
    },
  ],
  [
    'Azure US Government, with its own endpoints',
    { cloud: 'usgov' },
    {
      status: 'pass',
      found:
        'Azure US Government: sign-in at login.microsoftonline.us, Azure at management.usgovcloudapi.net; the VM needs enterpriseregistration.microsoftonline.us, login.microsoftonline.us, pasff.usgovcloudapi.net.',
    },
  ],
  [
    'Azure operated by 21Vianet, with its own endpoints',
    { cloud: 'china' },
    {
      status: 'pass',
      found:
        'Azure 21Vianet: sign-in at login.partner.microsoftonline.cn, Azure at management.chinacloudapi.cn; the VM needs enterpriseregistration.partner.microsoftonline.cn, login.chinacloudapi.cn, pas.chinacloudapi.cn.',
    },
  ],
  [
    'no cloud chosen',
    { cloud: problem('not-asked', 'No cloud was chosen.', null) },
    {
      status: 'unknown',
      because: 'No cloud was chosen.',
    },
  ],
])('%s', (_, known, expected) => {
  expect(verdictOf(cloudSupportsEntraSignIn, known)).toEqual(expected);
});
