import { AppError } from '../errors/app-error';
import { byteOrderMarks, type EncodingFound, type RdpEncoding } from './encoding';
import { encodeWindows1252 } from './windows-1252';

/**
 * The bytes of a text, without a byte order mark.
 *
 * @throws AppError `invalid-request` for a character that the encoding has no bytes for.
 */
export function encodeText(text: string, encoding: RdpEncoding): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  if (encoding === 'utf-8') {
    if (/\p{Cs}/u.test(text)) throw noPlaceFor('half of a surrogate pair', 'UTF-8');
    return new TextEncoder().encode(text);
  }
  const bytes = encodeWindows1252(text);
  if (bytes) return bytes;
  const stranger = Array.from(text).find((character) => encodeWindows1252(character) === null) ?? '';
  throw noPlaceFor(`“${stranger}”`, 'Windows-1252');
}

/** A whole file: the byte order mark where there is to be one, and the text. */
export function encodeFile(text: string, { encoding, hasByteOrderMark }: EncodingFound): Uint8Array {
  const mark = hasByteOrderMark ? (byteOrderMarks[encoding] ?? []) : [];
  const body = encodeText(text, encoding);
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const [low, high] = isLittleEndian ? [0, 1] : [1, 0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2 + low] = unit & 0xff;
    bytes[index * 2 + high] = unit >> 8;
  }
  return bytes;
}

function noPlaceFor(character: string, encoding: string): AppError {
  return new AppError(
    'invalid-request',
    `${character} cannot be written in ${encoding}, so nothing was changed. Convert the file to UTF-16 first: entra-rdp rdp convert FILE --encoding utf-16le.`,
    { help: 'rdp-encoding' },
  );
}
