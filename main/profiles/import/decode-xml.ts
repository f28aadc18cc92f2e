import { AppError } from '../../../shared/errors/app-error';

/**
 * The text of an XML file: by its byte order mark, else by the NULs of UTF-16, else as its declaration says, else UTF-8.
 * A declaration that contradicts the bytes loses: scripts write `encoding="utf-16"` into files of UTF-8.
 *
 * @throws AppError `unreadable` for an encoding nobody here knows, or bytes that are none of its text.
 */
export function decodeXml(bytes: Uint8Array, place: string): string {
  const encoding = encodingOf(bytes);
  const decoder = decoderOf(encoding, place);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new AppError(
      'unreadable',
      `${place} was not imported: it is not the ${encoding} text it claims to be. Open it in the program it comes from and save it again.`,
      { cause },
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb) return 'utf-8';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, declared = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? [];
  if (/^(ucs-2|utf-?16|iso-10646)/i.test(declared)) return 'utf-8';
  return declared;
}

function decoderOf(encoding: string, place: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new AppError(
      'unreadable',
      `${place} was not imported: its encoding ${encoding.slice(0, 40)} is unknown here. Save it as UTF-8.`,
      { cause },
    );
  }
}
