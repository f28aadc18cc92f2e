import { expect, it } from 'vitest';
import { vmOsSupportsWebAccount } from '../../../../shared/preflight/checks/vm-os-supports-web-account';
import { aVm, type Case, problem, verdictOf } from '../builders';

const reporting = (osVersion: string | null, exactVersion: string | null = null) =>
  aVm(
    { image: { publisher: 'MicrosoftWindowsServer', offer: null, sku: null, exactVersion } },
    { osVersion, osName: null },
  );

it.each<Case>([
  [
    'Server 2022 with the update of October 2022',
    { vm: reporting('10.0.20348.1129') },
    {
      status: 'pass',
      found: 'web-01 runs Windows Server 2022 (20348.1129).',
    },
  ],
  [
    'Server 2022 one revision short of it',
    { vm: reporting('10.0.20348.1128') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows Server 2022 (20348.1128). Signing in without a password came with revision 1129 (KB5018421).',
      remedies: [
        'do: Install the current cumulative update of Windows on the VM.',
        'ask: Please install the current Windows updates on web-01.',
      ],
    },
  ],
  [
    'Server 2019',
    { vm: reporting('10.0.17763.7434') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows 10 1809 or Windows Server 2019 (17763.7434), which only signs in with a password. Without one it takes Windows Server 2022, Windows 10 20H2 or newer.',
      remedies: ['do: Use the password route.', 'ask: Please move web-01 to Windows Server 2022 or newer.'],
    },
  ],
  [
    'Windows 10 22H2 with it',
    { vm: reporting('10.0.19045.2130') },
    {
      status: 'pass',
      found: 'web-01 runs Windows 10 22H2 (19045.2130).',
    },
  ],
  [
    'Windows 10 2004',
    { vm: reporting('10.0.19041.5000') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows 10 2004 (19041.5000), which only signs in with a password. Without one it takes Windows Server 2022, Windows 10 20H2 or newer.',
      remedies: ['do: Use the password route.', 'ask: Please move web-01 to Windows Server 2022 or newer.'],
    },
  ],
  [
    'Windows 11 22H2, whose update has a KB of its own',
    { vm: reporting('10.0.22621.521') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows 11 22H2 (22621.521). Signing in without a password came with revision 674 (KB5018427).',
      remedies: [
        'do: Install the current cumulative update of Windows on the VM.',
        'ask: Please install the current Windows updates on web-01.',
      ],
    },
  ],
  [
    'Windows 11 24H2',
    { vm: reporting('10.0.26100.1') },
    {
      status: 'pass',
      found: 'web-01 runs Windows 11 24H2 or Windows Server 2025 (26100.1).',
    },
  ],
  [
    'a release newer than any we know',
    { vm: reporting('10.0.30000.1') },
    {
      status: 'pass',
      found: 'web-01 runs Windows (30000.1).',
    },
  ],
  [
    'Server 2022 that does not say its revision, from an image that has the update',
    { vm: reporting('Microsoft Windows NT 10.0.20348.0', '20348.2000.231010') },
    {
      status: 'pass',
      found: 'web-01 runs at least Windows Server 2022 (20348.2000), as its image was made.',
    },
  ],
  [
    'Server 2022 that does not say its revision, from an older image',
    { vm: reporting('Microsoft Windows NT 10.0.20348.0', '20348.887.220806') },
    {
      status: 'unknown',
      because:
        'web-01 runs at least Windows Server 2022 (20348.887), as its image was made; which updates came since is not reported.',
    },
  ],
  [
    'Server 2022 that does not say its revision, from an image that says nothing',
    { vm: reporting('Microsoft Windows NT 10.0.20348.0') },
    {
      status: 'unknown',
      because:
        'web-01 runs Windows Server 2022 (20348). Whether the update of October 2022 is in shows in the revision, which is not known.',
    },
  ],
  [
    'Server 2019 that does not say its revision, which no update would help',
    { vm: reporting('Microsoft Windows NT 10.0.17763.0', '17763.3532.221007') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows 10 1809 or Windows Server 2019 (17763.3532), which only signs in with a password. Without one it takes Windows Server 2022, Windows 10 20H2 or newer.',
      remedies: ['do: Use the password route.', 'ask: Please move web-01 to Windows Server 2022 or newer.'],
    },
  ],
  [
    'a stopped VM from an image with the update',
    { vm: reporting(null, '20348.1129.221007') },
    {
      status: 'pass',
      found: 'web-01 runs at least Windows Server 2022 (20348.1129), as its image was made.',
    },
  ],
  [
    'a stopped VM from an image of Server 2019',
    { vm: reporting(null, '17763.3532.221007') },
    {
      status: 'unknown',
      because:
        'web-01 runs at least Windows 10 1809 or Windows Server 2019 (17763.3532), as its image was made; which updates came since is not reported.',
    },
  ],
  [
    'a VM that reports nothing',
    { vm: reporting(null) },
    {
      status: 'unknown',
      because: 'Neither Windows nor the image says which version web-01 runs.',
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
  expect(verdictOf(vmOsSupportsWebAccount, known)).toEqual(expected);
});
