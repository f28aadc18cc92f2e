import { dosCodePages, knownEncodings } from './oem-code-pages';

/**
 * Text of what a Windows console program wrote into a pipe.
 *
 * That is UTF-16 or UTF-8 where it says so or can be nothing else, and otherwise the system's OEM code page
 * (`850`, `932`, …; the registry's OEMCP). An unknown code page costs the accents, never the rest.
 */
export function consoleText(bytes: Uint8Array, oemCodePage: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (looksLikeUtf16(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  return utf8(bytes) ?? oem(bytes, oemCodePage);
}

/** Whether the code page matters: asking for it costs a program start. */
export function needsCodePage(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f) && !looksLikeUtf16(bytes) && utf8(bytes) === null;
}

// Latin text in UTF-16LE has a zero in every second byte; no console text of ours has any otherwise.
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return true;
  const sample = bytes.subarray(0, 64);
  return sample.length >= 4 && sample.filter((byte) => byte === 0).length * 3 > sample.length;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function oem(bytes: Uint8Array, codePage: string): string {
  const encoding = knownEncodings[codePage];
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const upperHalf = dosCodePages[codePage];
  if (!upperHalf) return new TextDecoder('utf-8').decode(bytes);
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80),
  ).join('');
}
