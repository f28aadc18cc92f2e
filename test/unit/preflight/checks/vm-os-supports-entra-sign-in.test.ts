import { expect, it } from 'vitest';
import { vmOsSupportsEntraSignIn } from '../../../../shared/preflight/checks/vm-os-supports-entra-sign-in';
import { aVm, type Case, problem, verdictOf } from '../builders';

const reporting = (osVersion: string | null, osName: string | null = null, sku = 'custom') =>
  aVm({ image: { publisher: null, offer: null, sku, exactVersion: null } }, { osVersion, osName });
const fromImage = (exactVersion: string, publisher = 'MicrosoftWindowsServer') =>
  aVm({ image: { publisher, offer: 'WindowsServer', sku: 'datacenter', exactVersion } }, null);

const cases: readonly Case[] = [
  [
    'Windows Server 2025',
    { vm: reporting('10.0.26100.4652', 'Windows Server 2025 Datacenter') },
    {
      status: 'pass',
      found: 'web-01 runs Windows Server 2025 (26100.4652).',
    },
  ],
  [
    'Windows 11 25H2',
    { vm: reporting('10.0.26200.100', 'Windows 11 Enterprise') },
    {
      status: 'pass',
      found: 'web-01 runs Windows 11 25H2 (26200.100).',
    },
  ],
  [
    'Windows Server 2022, which December 2025 no longer lists',
    { vm: reporting('10.0.20348.4052', 'Windows Server 2022 Datacenter') },
    {
      status: 'warn',
      found:
        "web-01 runs Windows Server 2022 (20348.4052). Microsoft's page of December 2025 asks for Windows 11 24H2, Windows Server 2025 or newer; the text before it, which is judged by here, supports it.",
      remedies: [
        'do: Nothing has to be done while sign-in works. For the support of Microsoft, plan a newer Windows.',
      ],
    },
  ],
  [
    'Windows Server 2019',
    { vm: reporting('10.0.17763.7434', 'Windows Server 2019 Datacenter') },
    {
      status: 'warn',
      found:
        "web-01 runs Windows Server 2019 (17763.7434). Microsoft's page of December 2025 asks for Windows 11 24H2, Windows Server 2025 or newer; the text before it, which is judged by here, supports it.",
      remedies: [
        'do: Nothing has to be done while sign-in works. For the support of Microsoft, plan a newer Windows.',
      ],
    },
  ],
  [
    'Windows Server 2025 without a desktop',
    { vm: reporting('10.0.26100.4652', 'Windows Server 2025 Datacenter', '2025-datacenter-core-g2') },
    {
      status: 'warn',
      found:
        "web-01 runs Windows Server 2025 (26100.4652). Microsoft's page of December 2025 asks for Windows Server with Desktop Experience, which Server Core has not; the text before it, which is judged by here, supports it.",
      remedies: [
        'do: Nothing has to be done while sign-in works. For the support of Microsoft, plan a newer Windows.',
      ],
    },
  ],
  [
    'Windows Server 2016',
    { vm: reporting('Microsoft Windows NT 10.0.14393.0', 'Windows Server 2016 Datacenter') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows Server 2016 (14393). Entra ID needs Windows Server 2019, Windows 10 1809 or newer.',
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'Windows Server 2016 from an image of its own, which does not make it newer',
    {
      vm: aVm(
        {
          image: {
            publisher: 'MicrosoftWindowsServer',
            offer: 'WindowsServer',
            sku: '2016-datacenter',
            exactVersion: '14393.8330.250805',
          },
        },
        { osVersion: 'Microsoft Windows NT 10.0.14393.0' },
      ),
    },
    {
      status: 'fail',
      found:
        'web-01 runs Windows Server 2016 (14393.8330). Entra ID needs Windows Server 2019, Windows 10 1809 or newer.',
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'Windows Server 2012 R2',
    { vm: reporting('6.3.9600') },
    {
      status: 'fail',
      found:
        'web-01 runs Windows 8.1 or Windows Server 2012 R2 (9600). Entra ID needs Windows Server 2019, Windows 10 1809 or newer.',
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'a stopped VM from an image of Server 2025',
    { vm: fromImage('26100.4652.250705') },
    {
      status: 'pass',
      found: 'web-01 runs at least Windows Server 2025 (26100.4652).',
    },
  ],
  [
    'a stopped VM from an image of Server 2022',
    { vm: fromImage('20348.4052.250805') },
    {
      status: 'warn',
      found:
        "web-01 runs at least Windows Server 2022 (20348.4052). Microsoft's page of December 2025 asks for Windows 11 24H2, Windows Server 2025 or newer; the text before it, which is judged by here, supports it.",
      remedies: [
        'do: Nothing has to be done while sign-in works. For the support of Microsoft, plan a newer Windows.',
      ],
    },
  ],
  [
    'a stopped VM from an image of Server 2016, perhaps upgraded since',
    { vm: fromImage('14393.8330.250805') },
    {
      status: 'unknown',
      because:
        'web-01 runs at least Windows Server 2016 (14393.8330), and whether it was upgraded since cannot be seen while it does not report.',
    },
  ],
  [
    "a gallery image, whose version is its owner's",
    { vm: fromImage('20348.1.0', 'contoso') },
    {
      status: 'unknown',
      because: 'Neither Windows nor the image says which version web-01 runs.',
    },
  ],
  [
    'a custom image that reports nothing',
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
];

it.each<Case>(cases)('by the article: %s', (_, known, expected) => {
  expect(verdictOf(vmOsSupportsEntraSignIn, known)).toEqual(expected);
});

it.each<Case>([
  [
    'Windows Server 2025',
    { vm: reporting('10.0.26100.4652', 'Windows Server 2025 Datacenter') },
    {
      status: 'pass',
      found: 'web-01 runs Windows Server 2025 (26100.4652).',
    },
  ],
  [
    'Windows Server 2022',
    { vm: reporting('10.0.20348.4052', 'Windows Server 2022 Datacenter') },
    {
      status: 'fail',
      found:
        "web-01 runs Windows Server 2022 (20348.4052). Microsoft's page of December 2025 asks for Windows 11 24H2, Windows Server 2025 or newer.",
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'Windows Server 2025 without a desktop',
    { vm: reporting('10.0.26100.4652', 'Windows Server 2025 Datacenter', '2025-datacenter-core-g2') },
    {
      status: 'fail',
      found:
        "web-01 runs Windows Server 2025 (26100.4652). Microsoft's page of December 2025 asks for Windows Server with Desktop Experience, which Server Core has not.",
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'Windows Server, version 23H2, which has no desktop at all',
    { vm: reporting('10.0.25398.1', 'Windows Server 2022 Datacenter: Azure Edition') },
    {
      status: 'fail',
      found:
        "web-01 runs Windows Server, version 23H2 (25398.1). Microsoft's page of December 2025 asks for Windows Server with Desktop Experience, which Server Core has not.",
      remedies: [
        'do: Sign in with a local account of the VM until it runs a newer Windows.',
        'ask: Please move web-01 to a version of Windows that Microsoft supports for Entra ID sign-in.',
      ],
    },
  ],
  [
    'a stopped VM from an image of Server 2022',
    { vm: fromImage('20348.4052.250805') },
    {
      status: 'unknown',
      because:
        "web-01 runs at least Windows Server 2022 (20348.4052). Microsoft's page of December 2025 asks for Windows 11 24H2, Windows Server 2025 or newer, and whether it was upgraded since cannot be seen while it does not report.",
    },
  ],
])('by the page of December 2025: %s', (_, known, expected) => {
  expect(verdictOf(vmOsSupportsEntraSignIn, known, { baseline: '2025-12' })).toEqual(expected);
});
