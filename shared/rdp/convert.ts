import { encodeFile } from './encode';
import type { EncodingFound } from './encoding';
import { type RdpDocument, textOf } from './parse';

export interface Conversion {
  /** Windows writes UTF-16LE with a mark; FreeRDP reads UTF-8 only without one. */
  readonly encoding: 'utf-16le' | 'utf-8';
  /** Left out, every line keeps its own. */
  readonly lineEnds?: 'crlf' | 'lf' | undefined;
}

/** The same lines in another encoding. Half a character, or bytes that are none, become U+FFFD. */
export function convertRdp(document: RdpDocument, { encoding, lineEnds }: Conversion): Uint8Array {
  const text = textOf(document);
  const ending = lineEnds && { crlf: '\r\n', lf: '\n' }[lineEnds];
  const shape: EncodingFound = { encoding, hasByteOrderMark: encoding === 'utf-16le' };
  return encodeFile(ending ? text.replace(/\r\n|\r|\n/g, ending) : text, shape);
}

/** Whether some bytes of the file are no characters, so that a conversion would lose them. */
export function losesBytes(document: RdpDocument): boolean {
  const { encoding, bytes, hasByteOrderMark } = document;
  if (encoding === 'windows-1252') return false;
  const again = encodeFile(textOf(document), { encoding, hasByteOrderMark });
  return again.length !== bytes.length || again.some((byte, index) => byte !== bytes[index]);
}
