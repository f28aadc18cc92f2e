type RdpEncoding = 'utf-16le' | 'utf-16be' | 'utf-8' | 'windows-1252';

export interface DecodedRdp {
  readonly text: string;
  readonly encoding: RdpEncoding;
  readonly hasByteOrderMark: boolean;
}

/**
 * The text of an .rdp file, whatever wrote it: by its byte order mark, else by where its NUL bytes stand,
 * else as UTF-8, and where it is not that as Windows-1252, which every byte has a place in.
 */
export function decodeRdp(bytes: Uint8Array): DecodedRdp {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) {
    const { encoding, mark } = marked;
    return { text: decode(bytes.subarray(mark.length), encoding), encoding, hasByteOrderMark: true };
  }
  const encoding = guessEncoding(bytes);
  return { text: decode(bytes, encoding), encoding, hasByteOrderMark: false };
}

const byteOrderMarks: readonly { encoding: RdpEncoding; mark: readonly number[] }[] = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
];

// Names and most values are ASCII, so every second byte of UTF-16 is NUL.
function guessEncoding(bytes: Uint8Array): RdpEncoding {
  const nuls = { even: 0, odd: 0 };
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) nuls[index % 2 ? 'odd' : 'even'] += 1;
  }
  const many = bytes.length / 5;
  if (nuls.odd > many && nuls.odd > nuls.even) return 'utf-16le';
  if (nuls.even > many) return 'utf-16be';
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

function decode(bytes: Uint8Array, encoding: RdpEncoding): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

// Some versions of Node read these bytes as ISO 8859-1, so the table is our own.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => windows1252[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}
