/**
 * The bytes a signature covers: each record and then the `signscope` line, all as the file spells them and
 * each ended by CRLF, then one NUL; UTF-16LE without a byte order mark.
 */
export function signedMessage(records: readonly string[], scopeLine: string): Uint8Array {
  const text = `${[...records, scopeLine].join('\r\n')}\r\n\0`;
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit & 0xff;
    bytes[2 * index + 1] = unit >> 8;
  }
  return bytes;
}
