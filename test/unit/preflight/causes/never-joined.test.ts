import { expect, it } from 'vitest';
import { neverJoined } from '../../../../shared/preflight/causes/never-joined';
import { aDevice, aLoginExtension, aVm, type Known } from '../builders';
import { sentenceOf } from './case-file';

const failedExtension = aLoginExtension({
  provisioningState: 'Failed',
  statusCode: 'ProvisioningState/failed/-2145648607',
});

it.each<[string, Known, string | null]>([
  [
    'no extension',
    { vm: aVm(), vmExtensions: [], vmDevices: [] },
    'The VM never joined Entra ID: the extension AADLoginForWindows is not installed.',
  ],
  [
    'no identity, the first link that broke',
    { vm: aVm({ identity: null }), vmExtensions: [failedExtension], vmDevices: [] },
    'The VM never joined Entra ID: it has no system-assigned identity.',
  ],
  [
    'an extension that succeeded while another device holds the name',
    {
      vm: aVm(),
      vmExtensions: [aLoginExtension()],
      vmDevices: [],
      namesakeDevices: [aDevice({ azureResourceId: null, registeredAt: '2025-06-01T00:00:00Z' })],
    },
    'The VM never joined Entra ID: another device has its host name.',
  ],
  [
    'an extension that is still at work',
    { vm: aVm(), vmExtensions: [aLoginExtension({ provisioningState: 'Creating' })], vmDevices: [] },
    'The VM has not joined Entra ID yet: the extension AADLoginForWindows is still at work.',
  ],
  [
    'only what an earlier VM left behind',
    {
      vm: aVm(),
      vmExtensions: [aLoginExtension()],
      vmDevices: [aDevice({ registeredAt: '2020-01-01T00:00:00Z' })],
    },
    'The VM never joined Entra ID.',
  ],
  [
    'a failed extension, seen by somebody who cannot read devices',
    { vm: aVm(), vmExtensions: [failedExtension] },
    'The VM never joined Entra ID: the extension AADLoginForWindows failed.',
  ],
  [
    'nothing amiss, seen by somebody who cannot read devices',
    { vm: aVm(), vmExtensions: [aLoginExtension()] },
    null,
  ],
  ['a joined VM', { vm: aVm(), vmExtensions: [], vmDevices: [aDevice()] }, null],
  [
    'a hybrid device, which is another story',
    { vm: aVm(), vmDevices: [aDevice({ trustType: 'ServerAd' })] },
    null,
  ],
])('%s', (_, known, sentence) => {
  expect(sentenceOf(neverJoined, known)).toBe(sentence);
});
