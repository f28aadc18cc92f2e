import ipaddr from 'ipaddr.js';
import { builtInRoles } from '../azure/access';
import { signInApps } from '../entra/policy';
import { addressIn } from '../network/host-name';

/** Replaces what names somebody or something. The same value always gets the same stand-in. */
export interface StandIns {
  /** A name, part by part, so that a short name stays the beginning of its longer form; or an address. */
  name(text: string): string;
  /** Words for reading: every known name in them, besides addresses, ids and user names. */
  text(text: string): string;
  /** Resource ids, GUIDs and addresses; the rest stays as it is. */
  ids(text: string): string;
}

/** Parts of names that belong to nobody, and that rules look for. */
const publicParts = new Set(
  'com net org example invalid test local localhost lan azure us cn cloudapp internal windows microsoft onmicrosoft chinacloudapi usgovcloudapi ext azuread termsrv legacygeneric target domain'.split(
    ' ',
  ),
);

const publicIds = new Set(
  [
    ...Object.values(builtInRoles).map(({ id }) => id),
    ...Object.values(signInApps).map(({ appId }) => appId),
    '00000000-0000-0000-0000-000000000000',
  ].map((id) => id.toLowerCase()),
);

const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const part = '[\\p{L}\\p{N}_-]+';
const ipAddress =
  '(?<![\\w.:-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*)(?![\\w.:-]*\\w)';
const userName = '[^\\s@"\'<>()\\\\/,;:]+@[\\w.-]+\\w';
const resourceId = '\\/(?:subscriptions|providers)\\/[^\\s"\',;]+';

export function createStandIns(): StandIns {
  const partStandIn = numbered((count) => `name-${count}`);
  const guidStandIn = numbered((count) => `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`);
  const ipv4 = {
    open: numbered((count) => addressAt('198.18.0.0', count)),
    closed: numbered((count) => addressAt('10.0.0.0', count)),
  };
  const ipv6 = {
    open: numbered((count) => `2001:db8::${count.toString(16)}`),
    closed: numbered((count) => `fd00::${count.toString(16)}`),
  };

  const address = (text: string): string => {
    const plain = addressIn(text);
    if (plain === null) return text;
    const range = ipaddr.parse(plain).range();
    if (range === 'loopback' || range === 'unspecified') return text;
    const family = plain.includes(':') ? ipv6 : ipv4;
    return (range === 'unicast' ? family.open : family.closed)(plain);
  };
  const id = (text: string): string =>
    publicIds.has(text.toLowerCase()) || /-0000-0000-c000-000000000000$/.test(text)
      ? text
      : guidStandIn(text);

  const oneName = (text: string): string =>
    replaceOnce(text, [
      [guid, id],
      [part, (word) => (isPublicPart(word) ? word : shaped(word, partStandIn(word)))],
    ]);
  /** Names of several words: each word may be anybody's, so in running text only the whole is replaced. */
  const phrases = new Map<string, string>();
  const ownWords = new Set<string>();
  const name = (text: string): string => {
    if (addressIn(text) !== null) return address(text);
    const masked = oneName(text);
    if (/\s/.test(text.trim())) phrases.set(text, masked);
    else for (const [word] of text.matchAll(new RegExp(part, 'gu'))) ownWords.add(word.toLowerCase());
    return masked;
  };
  const rules: readonly Rule[] = [
    [resourceId, (path) => withNames(path, name)],
    [guid, id],
    [ipAddress, address],
  ];
  const inText = (): readonly Rule[] => [
    ...[...phrases]
      .toSorted(([a], [b]) => b.length - a.length)
      .map(([phrase, masked]): Rule => [escaped(phrase), () => masked]),
    [userName, name],
    ...rules,
    [part, (word) => (ownWords.has(word.toLowerCase()) ? oneName(word) : word)],
  ];
  return {
    name,
    ids: (text) => replaceOnce(text, rules),
    text: (text) => replaceOnce(text, inText()),
  };
}

/** A pattern without groups, and what to put in the place of what it matches. */
type Rule = readonly [pattern: string, replace: (found: string) => string];

/** In one pass, the first rule that matches at a place: no stand-in is ever replaced by another. */
function replaceOnce(text: string, rules: readonly Rule[]): string {
  const pattern = new RegExp(rules.map(([one]) => `(${one})`).join('|'), 'giu');
  return text.replace(pattern, (found: string, ...groups: (string | undefined)[]) => {
    const [, replace] = rules[groups.findIndex((group) => group !== undefined)] ?? [];
    return replace?.(found) ?? found;
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** In `/subscriptions/ID/resourceGroups/rg/providers/NAMESPACE/type/name`, every second word is somebody's. */
function withNames(path: string, name: (text: string) => string): string {
  let expected: 'type' | 'name' | 'namespace' = 'type';
  const [before = '', ...segments] = path.split('/');
  const masked = segments.map((segment) => {
    if (expected === 'type' && segment.toLowerCase() === 'providers') {
      expected = 'namespace';
      return segment;
    }
    const isName = expected === 'name';
    expected = expected === 'type' ? 'name' : 'type';
    return isName ? name(segment) : segment;
  });
  return [before, ...masked].join('/');
}

// Numbers say nothing of anybody, and decide whether a text is a name or an address gone wrong.
function isPublicPart(word: string): boolean {
  return publicParts.has(word.toLowerCase()) || /^(\d+|0x[\da-f]*)$/i.test(word) || /^[-_]+$/.test(word);
}

/** A part that no host may be called stays one: too long, in other letters, or with a hyphen at its end. */
function shaped(word: string, standIn: string): string {
  const letters = /[^\x20-\x7e]/.test(word) ? `\u00fc${standIn}` : standIn;
  const hyphens = [/^-+/, /-+$/].map((ends) => ends.exec(word)?.[0] ?? '');
  const whole = `${hyphens[0]}${letters}${hyphens[1]}`;
  return word.length > 63 ? whole.padEnd(64, 'x') : whole;
}

function numbered(standIn: (count: number) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const key = value.toLowerCase();
    const given = known.get(key) ?? standIn(known.size + 1);
    known.set(key, given);
    return given;
  };
}

function addressAt(first: string, count: number): string {
  const value = first.split('.').reduce((number, byte) => number * 256 + Number(byte), 0) + count;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
