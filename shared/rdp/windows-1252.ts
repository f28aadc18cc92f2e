// Some versions of Node read these bytes as ISO 8859-1, so the table is our own.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteOf = new Map(Array.from(upper, (character, index) => [character, 0x80 + index]));

export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += upper[byte - 0x80] ?? String.fromCharCode(byte);
  return text;
}

/** Null where a character has no place in Windows-1252. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = byteOf.get(text.charAt(index)) ?? text.charCodeAt(index);
    if (byte > 0xff || (byte < 0xa0 && byte >= 0x80 && !byteOf.has(text.charAt(index)))) return null;
    bytes[index] = byte;
  }
  return bytes;
}
