import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeWindows,
  parseWindowsVersion,
  signsInWithWebAccount,
  versionOfImage,
  type WindowsVersion,
  windowsReleases,
} from '../../../shared/azure/windows-builds';

describe('a version', () => {
  it.each<[string, WindowsVersion | null]>([
    ['10.0.20348.4052', { build: 20348, revision: 4052 }],
    ['Microsoft Windows NT 10.0.14393.0', { build: 14393, revision: null }],
    ['10.0.26100', { build: 26100, revision: null }],
    ['20348.4052', { build: 20348, revision: 4052 }],
    [' 26100 ', { build: 26100, revision: null }],
    ['6.3.9600', { build: 9600, revision: null }],
    ['', null],
    ['Windows Server 2022 Datacenter', null],
    ['10.0', null],
    ['10.0.20348.4052.1', null],
    ['5.15.0-1089-azure', null],
  ])('%j', (text, version) => {
    expect(parseWindowsVersion(text)).toEqual(version);
  });

  it('is read back from what Windows writes', () => {
    assert(
      property(integer({ min: 1000, max: 999_999 }), integer({ min: 1, max: 99_999 }), (build, revision) => {
        expect(parseWindowsVersion(`10.0.${build}.${revision}`)).toEqual({ build, revision });
      }),
    );
  });
});

describe('the version of an image', () => {
  const image = (publisher: string | null, exactVersion: string | null) => ({
    publisher,
    offer: null,
    sku: null,
    exactVersion,
  });

  it.each<[string, ReturnType<typeof image> | null, WindowsVersion | null]>([
    [
      'of Windows Server',
      image('MicrosoftWindowsServer', '20348.1129.221007'),
      { build: 20348, revision: 1129 },
    ],
    [
      'of Windows 11',
      image('microsoftwindowsdesktop', '22631.3155.240210'),
      { build: 22631, revision: 3155 },
    ],
    ['of old, with a number of another kind', image('MicrosoftWindowsServer', '2016.127.20190603'), null],
    ['of somebody else', image('contoso', '20348.1129.221007'), null],
    ['of a gallery, without a publisher', image(null, '1.0.0'), null],
    ['that was not read', image('MicrosoftWindowsServer', null), null],
    ['that is not there', null, null],
  ])('%s', (_, given, version) => {
    expect(versionOfImage(given)).toEqual(version);
  });
});

describe('signing in with a web account', () => {
  it.each<[string, number, number | null, boolean | null]>([
    ['Windows 10 2004', 19041, 9999, false],
    ['Windows 10 20H2 one short', 19042, 2129, false],
    ['Windows 10 20H2', 19042, 2130, true],
    ['Windows Server 2022 one short', 20348, 1128, false],
    ['Windows Server 2022', 20348, 1129, true],
    ['Windows Server 2022, revision unknown', 20348, null, null],
    ['Windows 11 21H2 one short', 22000, 1097, false],
    ['Windows 11 21H2', 22000, 1098, true],
    ['Windows 11 22H2 one short', 22621, 673, false],
    ['Windows 11 22H2', 22621, 674, true],
    ['Windows 11 23H2, revision unknown', 22631, null, true],
    ['Windows 11 26H1, whose build is above that of 26H2', 28000, 1, true],
    ['a build between releases', 21000, 1, null],
    ['Windows Server 2019', 17763, 9999, false],
  ])('%s', (_, build, revision, expected) => {
    expect(signsInWithWebAccount({ build, revision })).toBe(expected);
  });

  it('is never lost by an update', () => {
    assert(
      property(
        integer({ min: 0, max: windowsReleases.length - 1 }),
        integer({ min: 1, max: 9000 }),
        (index, revision) => {
          const build = windowsReleases[index]?.build ?? 0;
          const before = signsInWithWebAccount({ build, revision });
          expect(before && !signsInWithWebAccount({ build, revision: revision + 1 })).toBe(false);
        },
      ),
    );
  });
});

it.each([
  [{ build: 26100, revision: 4652 }, null, 'Windows 11 24H2 or Windows Server 2025 (26100.4652)'],
  [{ build: 26100, revision: 4652 }, 'server', 'Windows Server 2025 (26100.4652)'],
  [{ build: 20348, revision: null }, 'client', 'Windows Server 2022 (20348)'],
  [{ build: 99999, revision: 1 }, null, 'Windows (99999.1)'],
] as const)('calls %j of kind %s %s', (version, kind, words) => {
  expect(describeWindows(version, kind)).toBe(words);
});

it('knows each build once', () => {
  expect(new Set(windowsReleases.map(({ build }) => build)).size).toBe(windowsReleases.length);
});
