/** RFC 4648, strict but for white space, which signers put between groups. Null for what it is not. */
export function decodeBase64(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return null;
  const characters = atob(digits);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}
