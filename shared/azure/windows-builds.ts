import type { VirtualMachine } from './virtual-machine';

/** `10.0.20348.4052` without its `10.0`. The revision (UBR) is null where it is not known. */
export interface WindowsVersion {
  readonly build: number;
  readonly revision: number | null;
}

export interface WindowsRelease {
  readonly build: number;
  readonly client: string | null;
  readonly server: string | null;
  /**
   * The revision that brought sign-in with a web account: the cumulative update of 2022-10-11.
   * 0 where the release was born with it, null where it never came.
   */
  readonly webAccountFrom: number | null;
  readonly update: string | null;
}

/**
 * The releases sign-in with Microsoft Entra ID can meet. Builds are not in the order of release: 26H1 has
 * a higher one than 26H2. KB5018427 is the update of Windows 11 22H2; the KB5018418 that Microsoft's page
 * names is the one of 21H2.
 * Source: CVE-2022-41033 (fixed builds of 2022-10-11) and Microsoft's release-health pages
 * (learn.microsoft.com/windows/release-health), read 2026-11-22.
 */
export const windowsReleases: readonly WindowsRelease[] = [
  release(9600, 'Windows 8.1', 'Windows Server 2012 R2', null),
  release(14393, 'Windows 10 1607', 'Windows Server 2016', null),
  release(17763, 'Windows 10 1809', 'Windows Server 2019', null),
  release(18362, 'Windows 10 1903', null, null),
  release(18363, 'Windows 10 1909', null, null),
  release(19041, 'Windows 10 2004', null, null),
  release(19042, 'Windows 10 20H2', null, 2130, 'KB5018410'),
  release(19043, 'Windows 10 21H1', null, 2130, 'KB5018410'),
  release(19044, 'Windows 10 21H2', null, 2130, 'KB5018410'),
  release(19045, 'Windows 10 22H2', null, 2130, 'KB5018410'),
  release(20348, null, 'Windows Server 2022', 1129, 'KB5018421'),
  release(22000, 'Windows 11 21H2', null, 1098, 'KB5018418'),
  release(22621, 'Windows 11 22H2', null, 674, 'KB5018427'),
  release(22631, 'Windows 11 23H2', null, 0),
  release(25398, null, 'Windows Server, version 23H2', 0),
  release(26100, 'Windows 11 24H2', 'Windows Server 2025', 0),
  release(26200, 'Windows 11 25H2', null, 0),
  release(26300, 'Windows 11 26H2', null, 0),
  release(28000, 'Windows 11 26H1', null, 0),
];

function release(
  build: number,
  client: string | null,
  server: string | null,
  webAccountFrom: number | null,
  update: string | null = null,
): WindowsRelease {
  return { build, client, server, webAccountFrom, update };
}

export function releaseOf(build: number): WindowsRelease | null {
  return windowsReleases.find((known) => known.build === build) ?? null;
}

/** Windows 10 1809 and Windows Server 2019: nothing older joins Microsoft Entra ID by the extension. */
export const oldestBuildWithEntraSignIn = 17763;

/** Windows 11 24H2 and Windows Server 2025: what Microsoft's page of December 2025 still lists. */
export const oldestBuildOfDecember2025 = 26100;

/** Windows Server, version 23H2: the annual channel comes without a desktop. */
const buildOfServerCoreOnly = 25398;

/** From this build on every release was born with web-account sign-in, those we do not know yet too. */
const oldestBuildBornWithWebAccount = 22631;
const oldestBuildWithWebAccount = 19042;

/**
 * Whether a Windows of this version signs in with a web account; null when that cannot be told, because
 * the revision is not known or the build is of no release in the table.
 */
export function signsInWithWebAccount({ build, revision }: WindowsVersion): boolean | null {
  const known = releaseOf(build);
  if (known) return reaches(known.webAccountFrom, revision);
  if (build >= oldestBuildBornWithWebAccount) return true;
  return build < oldestBuildWithWebAccount ? false : null;
}

function reaches(from: number | null, revision: number | null): boolean | null {
  if (from === null) return false;
  if (from === 0) return true;
  return revision === null ? null : revision >= from;
}

/**
 * Reads what an instance view or Windows itself says: `10.0.20348.4052`,
 * `Microsoft Windows NT 10.0.14393.0`, `20348.4052`. Null when there is no version in it.
 *
 * A revision of 0 is not known: .NET fills in 0 where it does not look, and no release had it.
 * Windows before 10 (`6.3.9600`) is returned with its build, which every rule here finds too old.
 */
export function parseWindowsVersion(text: string): WindowsVersion | null {
  const full = /(?<![\d.])\d{1,2}\.\d{1,2}\.(\d{4,6})(?:\.(\d{1,6}))?(?![\d.])/.exec(text);
  const short = /^\s*(\d{4,6})(?:\.(\d{1,6}))?\s*$/.exec(text);
  const [, build, revision] = full ?? short ?? [];
  if (build === undefined) return null;
  return { build: Number(build), revision: Number(revision ?? 0) || null };
}

/**
 * The version an image of Microsoft's was made with (`20348.1129.221007`): what is installed now is that
 * or newer. Null for images of others, whose version numbers say nothing of Windows.
 */
export function versionOfImage(image: VirtualMachine['image']): WindowsVersion | null {
  if (!image?.publisher?.toLowerCase().startsWith('microsoftwindows')) return null;
  const [, build, revision] = /^(\d{5})\.(\d{1,6})(?:\.|$)/.exec(image.exactVersion ?? '') ?? [];
  return build === undefined ? null : { build: Number(build), revision: Number(revision) || null };
}

/** What a VM runs, and how sure that is: an image only gives a lower bound, as Windows never gets older. */
export interface VmWindows extends WindowsVersion {
  /** Whether Windows reported its build itself; else it runs this build or a later one. */
  readonly isReported: boolean;
  /** Whether the revision is the image's, so that this one or a later one of the build is installed. */
  readonly isLowestRevision: boolean;
  readonly kind: WindowsKind | null;
  /** Server Core has no desktop; null where the image does not say. */
  readonly isCore: boolean | null;
}

export type WindowsKind = 'client' | 'server';

/** Null when neither Windows nor the image says. */
export function windowsOf(vm: Pick<VirtualMachine, 'instanceView' | 'image'>): VmWindows | null {
  const reported = parseWindowsVersion(vm.instanceView?.osVersion ?? '');
  const image = versionOfImage(vm.image);
  const what = { kind: kindOf(vm), isCore: isCore(vm) };
  if (!reported) return image && { ...image, ...what, isReported: false, isLowestRevision: true };
  const isLowestRevision = reported.revision === null && image?.build === reported.build;
  return { ...(isLowestRevision ? image : reported), ...what, isReported: true, isLowestRevision };
}

function kindOf({ instanceView, image }: Pick<VirtualMachine, 'instanceView' | 'image'>): WindowsKind | null {
  const words = `${instanceView?.osName ?? ''} ${image?.offer ?? ''}`;
  if (/server/i.test(words)) return 'server';
  return /windows[- ]?1\d/i.test(words) ? 'client' : null;
}

function isCore({ instanceView, image }: Pick<VirtualMachine, 'instanceView' | 'image'>): boolean | null {
  if (parseWindowsVersion(instanceView?.osVersion ?? '')?.build === buildOfServerCoreOnly) return true;
  return image?.sku ? /(^|[-_])core([-_]|$)/i.test(image.sku) : null;
}

/** "Windows Server 2022 (20348.4052)"; a build that is client and server alike is named as both. */
export function describeWindows(version: WindowsVersion, kind: WindowsKind | null = null): string {
  const known = releaseOf(version.build);
  const named = kind && known?.[kind] ? [known[kind]] : [known?.client, known?.server];
  const name = named.filter((part) => part !== null && part !== undefined).join(' or ') || 'Windows';
  return `${name} (${version.build}${version.revision === null ? '' : `.${version.revision}`})`;
}
