import { AppError } from '../errors/app-error';
import type { PcJoin } from './this-pc';

/** One `| Name |` section and its `key : value` pairs, keys in lower case. */
interface Section {
  readonly name: string;
  readonly pairs: Map<string, string>;
}

/**
 * Reads what `dsregcmd /status` prints about how this PC and this Windows profile belong to Entra ID.
 *
 * Layouts differ by Windows version: older ones have fewer sections, newer ones more. So a key is looked up
 * wherever it stands, except that each work account keeps its own.
 *
 * @throws AppError `unreadable` when the output has none of its keys: then nothing is known, not even "no".
 */
export function parseDsregcmd(text: string): PcJoin {
  const sections = sectionsOf(text);
  const device = sections.filter(({ name }) => !isWorkAccount(name));
  const valueOf = (key: string): string | null =>
    device.map(({ pairs }) => pairs.get(key.toLowerCase())).find((value) => value !== undefined) ?? null;

  const isEntraJoined = yesOrNo(valueOf('AzureAdJoined'));
  if (isEntraJoined === null) {
    throw new AppError(
      'unreadable',
      'Windows was asked how this PC is joined (dsregcmd /status), and its answer has no AzureAdJoined line.',
    );
  }
  return {
    isEntraJoined,
    isDomainJoined: yesOrNo(valueOf('DomainJoined')) ?? false,
    isEntraRegistered: yesOrNo(valueOf('WorkplaceJoined')) ?? false,
    tenantId: isEntraJoined ? idIn(valueOf('TenantId')) : null,
    workAccountTenantIds: workAccountTenants(sections),
    hasRefreshToken: yesOrNo(valueOf('AzureAdPrt')),
    helloForBusiness: inferHelloForBusiness(valueOf),
  };
}

/**
 * How Windows Hello for Business is set up for this user: an inference from documented fields, as Windows
 * does not say it outright. Null where they do not decide: a key that is set (`NgcSet`) without the section
 * on prerequisites may be any of the three.
 * Source: Microsoft's "Troubleshoot devices by using the dsregcmd command", read 2026-11-22.
 */
function inferHelloForBusiness(valueOf: (key: string) => string | null): PcJoin['helloForBusiness'] {
  const isSet = yesOrNo(valueOf('NgcSet'));
  if (isSet !== true) return isSet === false ? 'none' : null;
  const enrollment = valueOf('CertEnrollment')?.toLowerCase();
  if (enrollment === undefined) return null;
  if (enrollment !== 'none') return 'certificate-trust';
  const hasTicket = ['CloudTGT', 'OnPremTGT'].some((key) => yesOrNo(valueOf(key)) === true);
  return hasTicket ? 'cloud-trust' : 'key-trust';
}

function workAccountTenants(sections: readonly Section[]): string[] {
  const tenants = sections
    .filter(({ name }) => isWorkAccount(name))
    .flatMap(({ pairs }) => idIn(pairs.get('workplacetenantid') ?? pairs.get('tenantid') ?? null) ?? []);
  return [...new Set(tenants)];
}

function isWorkAccount(name: string): boolean {
  return /^work account\b/i.test(name);
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ name: '', pairs: new Map() }];
  let lastKey: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const row = line.trim();
    const { pairs } = sections.at(-1) as Section;
    const pair = pairIn(row);
    if (row.length > 1 && row.startsWith('|') && row.endsWith('|')) {
      sections.push({ name: row.slice(1, -1).trim(), pairs: new Map() });
      lastKey = null;
    } else if (pair) {
      lastKey = pair.key;
      if (!pairs.has(lastKey)) pairs.set(lastKey, pair.value);
    } else if (lastKey !== null && row !== '' && !row.startsWith('+')) {
      // A long value goes on in the next line.
      pairs.set(lastKey, `${pairs.get(lastKey) ?? ''}${row}`);
    }
  }
  return sections;
}

/** `Key : value`, `Key: value`, or `Key: : value`. */
function pairIn(row: string): { readonly key: string; readonly value: string } | null {
  const colon = row.indexOf(':');
  const key = row.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  if (key === '' || /[|+]/.test(key)) return null;
  return { key, value: row.slice(colon + 1).replace(/^[\s:]+/, '') };
}

function yesOrNo(value: string | null): boolean | null {
  const word = /^(yes|no)\b/i.exec(value ?? '')?.[1]?.toLowerCase();
  return word === undefined ? null : word === 'yes';
}

function idIn(value: string | null): string | null {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(value ?? '')?.[0].toLowerCase() ?? null;
}
