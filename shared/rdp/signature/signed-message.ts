/**
 * What a signature covers: each record and then the `signscope` line, all as the file spells them and each
 * ended by CRLF, then one NUL. It is signed as UTF-16LE without a byte order mark.
 */
export function signedMessage(records: readonly string[], scopeLine: string): string {
  return `${[...records, scopeLine].join('\r\n')}\r\n\0`;
}
