/** A fingerprint in groups of four, however it was written: `AB:CD:12:34`, `ab cd 12 34` or `ABCD1234`. */
export function groupsOf(fingerprint: string): string[] {
  const digits = fingerprint
    .replace(/^sha-?(1|256)[:\s]+/i, '')
    .replace(/[^0-9a-f]/gi, '')
    .toUpperCase();
  return digits.match(/.{1,4}/g) ?? [];
}
