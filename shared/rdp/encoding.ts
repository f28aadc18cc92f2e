/** How the text of an .rdp file is turned into bytes. */
export type RdpEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'windows-1252';

export interface EncodingFound {
  readonly encoding: RdpEncoding;
  readonly hasByteOrderMark: boolean;
}

export const byteOrderMarks: Readonly<Partial<Record<RdpEncoding, readonly number[]>>> = {
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'utf-8': [0xef, 0xbb, 0xbf],
};

/** Bytes of the byte order mark at the start of a file that was found to be so encoded. */
export function lengthOfMark({ encoding, hasByteOrderMark }: EncodingFound): number {
  return hasByteOrderMark ? (byteOrderMarks[encoding]?.length ?? 0) : 0;
}

/** Bytes of the smallest piece a line end or a colon takes. */
export function unitSize(encoding: RdpEncoding): 1 | 2 {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
}

/** The piece at a byte offset; half a piece at the end of a file counts as none. */
export function unitAt(bytes: Uint8Array, offset: number, encoding: RdpEncoding): number {
  const [first = -1, second = -1] = [bytes[offset], bytes[offset + 1]];
  if (unitSize(encoding) === 1) return first;
  if (second < 0) return -1;
  return encoding === 'utf-16le' ? first + second * 256 : first * 256 + second;
}

/**
 * The encoding of an .rdp file, whatever wrote it: by its byte order mark, else by where its NUL bytes
 * stand, else UTF-8, and where it is not that Windows-1252, which every byte has a place in.
 */
export function findEncoding(bytes: Uint8Array): EncodingFound {
  for (const encoding of ['utf-16le', 'utf-16be', 'utf-8'] as const) {
    if (byteOrderMarks[encoding]?.every((byte, index) => bytes[index] === byte)) {
      return { encoding, hasByteOrderMark: true };
    }
  }
  return { encoding: guessEncoding(bytes), hasByteOrderMark: false };
}

// Names and most values are ASCII, so every second byte of UTF-16 is NUL.
function guessEncoding(bytes: Uint8Array): RdpEncoding {
  const nuls: [even: number, odd: number] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] === 0) nuls[index % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = nuls;
  const many = bytes.length / 5;
  if (odd > many && odd > even) return 'utf-16le';
  if (even > many) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
