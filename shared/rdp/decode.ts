import { type EncodingFound, findEncoding, lengthOfMark } from './encoding';
import { decodeWindows1252 } from './windows-1252';

export interface DecodedRdp extends EncodingFound {
  readonly text: string;
}

/** The text of an .rdp file, its byte order mark left out. What cannot be read becomes U+FFFD. */
export function decodeRdp(bytes: Uint8Array): DecodedRdp {
  const found = findEncoding(bytes);
  return { text: decodeAs(bytes.subarray(lengthOfMark(found)), found.encoding), ...found };
}

function decodeAs(bytes: Uint8Array, encoding: EncodingFound['encoding']): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return decoders[encoding].decode(bytes);
}

// Making one takes longer than reading a file with it.
const decoders = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  'utf-16le': new TextDecoder('utf-16le', { ignoreBOM: true }),
  'utf-16be': new TextDecoder('utf-16be', { ignoreBOM: true }),
} as const;
