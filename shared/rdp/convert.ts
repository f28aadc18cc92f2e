import { AppError } from '../errors/app-error';
import { encodeFile } from './encode';
import { type EncodingFound, findEncoding } from './encoding';
import { type RdpDocument, textOf } from './parse';

export interface Conversion {
  /** Windows writes UTF-16LE with a mark; FreeRDP reads UTF-8 only without one. */
  readonly encoding: 'utf-16le' | 'utf-8';
  /** Left out, every line keeps its own. */
  readonly lineEnds?: 'crlf' | 'lf' | undefined;
}

/**
 * The same lines in another encoding. Half a character, or bytes that are none, become U+FFFD.
 *
 * @throws AppError `invalid-request` where nobody could tell the result's encoding: UTF-8 full of NULs.
 */
export function convertRdp(document: RdpDocument, { encoding, lineEnds }: Conversion): Uint8Array {
  const text = textOf(document);
  const ending = lineEnds && { crlf: '\r\n', lf: '\n' }[lineEnds];
  const shape: EncodingFound = { encoding, hasByteOrderMark: encoding === 'utf-16le' };
  const bytes = encodeFile(ending ? text.replace(/\r\n|\r|\n/g, ending) : text, shape);
  const found = findEncoding(bytes);
  if (found.encoding === encoding && found.hasByteOrderMark === shape.hasByteOrderMark) return bytes;
  throw new AppError(
    'invalid-request',
    'The file was not converted: without a byte order mark its encoding could no longer be told. Convert it to utf-16le.',
    { help: 'rdp-encoding' },
  );
}

/** Whether some bytes of the file are no characters, so that a conversion would lose them. */
export function losesBytes(document: RdpDocument): boolean {
  const { encoding, bytes, hasByteOrderMark } = document;
  if (encoding === 'windows-1252') return false;
  const again = encodeFile(textOf(document), { encoding, hasByteOrderMark });
  return again.length !== bytes.length || again.some((byte, index) => byte !== bytes[index]);
}
