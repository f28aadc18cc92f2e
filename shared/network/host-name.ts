import ipaddr from 'ipaddr.js';

/**
 * The IP address a text spells, in its usual form, or null where it spells none.
 *
 * Every spelling that some resolver or client takes for an address counts: dotted, short (`10.4`), decimal,
 * octal and hexadecimal parts, zero-padded parts, IPv6 with brackets, zone or an IPv4 tail, Windows'
 * `….ipv6-literal.net`, full-width digits, and any of them with a port or a trailing dot. An IPv4-mapped
 * IPv6 address comes back as IPv4; a zone is dropped.
 *
 * A name of digits alone, such as `10`, is an address: resolvers read it as 0.0.0.10, and Windows refuses
 * computer names without a letter. `1e100` is a name: no resolver reads exponents.
 */
export function addressIn(text: string): string | null {
  const plain = withoutDisguise(text);
  return bareAddressIn(plain) ?? bareAddressIn(plain.replace(/:\d{1,5}$/, ''));
}

export function isIpAddress(text: string): boolean {
  return addressIn(text) !== null;
}

/**
 * Whether a text can be the name of a host: letters, digits, hyphens and underscores in labels of at most
 * 63 characters, 253 in all, with or without the root's dot. Not an IP address in any spelling, nor a name
 * that ends in a number (`web.10`, `99999999999`), which resolvers take for a broken address.
 */
export function isHostName(text: string): boolean {
  // The names of most computers: no address is spelled with a letter first and neither dot nor colon.
  if (/^[a-z](?:[a-z\d_-]{0,61}[a-z\d_])?$/i.test(text)) return true;
  const name = text.replace(/\.$/, '');
  if (!name || name.length > 253 || isIpAddress(text)) return false;
  const labels = name.split('.');
  return labels.every(isLabel) && !/^(\d+|0x[\da-f]*)$/i.test(labels.at(-1) ?? '');
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[a-z\d_]([a-z\d_-]*[a-z\d_])?$/i.test(label);
}

/** `web-01.corp.example` to `web-01`: what Windows calls itself. */
export function shortNameOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

export function isShortName(name: string): boolean {
  return !name.includes('.');
}

/**
 * Whether two names are the same to Entra ID. A short name and its FQDN are different entries there, and
 * so is a name with a trailing dot: only letter case is forgiven.
 */
export function isSameHost(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether two addresses are the same, however they are spelled. Names are never the same address. */
export function isSameAddress(a: string, b: string): boolean {
  const address = addressIn(a);
  return address !== null && address === addressIn(b);
}

/** Whether an address is this PC itself: 127.0.0.0/8, ::1, or the unspecified address. */
export function isLoopback(address: string): boolean {
  const plain = addressIn(address);
  if (plain === null) return false;
  return ['loopback', 'unspecified'].includes(ipaddr.parse(plain).range());
}

// Compatibility forms (full-width digits and dots) are what a browser's address bar forgives too.
function withoutDisguise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3002\uff0e\uff61]/g, '.')
    .trim()
    .toLowerCase();
}

function bareAddressIn(text: string): string | null {
  const inner = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  return ipv4In(inner.replace(/\.$/, '')) ?? ipv6In(inner);
}

/** As inet_aton reads it, and also zero-padded parts that it would not (`192.168.001.009`). */
function ipv4In(text: string): string | null {
  const parts = text.split('.').map(numberIn);
  const last = parts.at(-1);
  if (parts.length > 4 || last === undefined || last === null) return null;

  const leading = parts.slice(0, -1);
  if (last >= 256 ** (4 - leading.length)) return null;
  let value = last;
  for (const [index, part] of leading.entries()) {
    if (part === null || part > 255) return null;
    value += part * 256 ** (3 - index);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

function numberIn(part: string): number | null {
  if (/^0x[\da-f]*$/.test(part)) return Number.parseInt(part.slice(2) || '0', 16);
  if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
  return /^\d+$/.test(part) ? Number.parseInt(part, 10) : null;
}

function ipv6In(text: string): string | null {
  const literal = /^([\da-f-]+?)(s[^.]+)?\.ipv6-literal\.net\.?$/.exec(text)?.[1];
  const address = literal ? literal.replaceAll('-', ':') : text.replace(/%.*$/, '');
  if (!address.includes(':') || !ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : parsed.toRFC5952String();
}
