const mark = '\ufeff';

/**
 * The bytes of a text as UTF-16LE behind a byte order mark, as `encodeRdp` makes them. Quicker where many are
 * made: a text that holds the mark itself is first copied into characters of two bytes.
 */
export function utf16File(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(2 * (text.length + mark.length));
  bytes.write(mark, 'utf16le');
  bytes.write(text, 2 * mark.length, 'utf16le');
  return bytes;
}
