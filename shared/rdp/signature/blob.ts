import { decodeBase64 } from './base64';

const headerBytes = 12;
const version = 0x00010001;
const madeByCertificate = 1;

export type BlobProblem =
  | 'base64-is-broken'
  | 'blob-is-too-short'
  | 'blob-version-is-unknown'
  | 'blob-kind-is-unknown'
  | 'blob-length-is-wrong';

export type ReadBlob =
  | { readonly der: Uint8Array }
  | { readonly problem: BlobProblem; readonly found: string };

/** The bytes of a `signature` line, before their base64: a header of twelve bytes, then the CMS. */
export function blobOf(der: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerBytes + der.length);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of [version, madeByCertificate, der.length].entries()) {
    view.setUint32(index * 4, word, true);
  }
  bytes.set(der, headerBytes);
  return bytes;
}

/** The CMS of a `signature` line, in whatever groups its base64 stands. */
export function readBlob(text: string): ReadBlob {
  const bytes = decodeBase64(text);
  if (!bytes) return { problem: 'base64-is-broken', found: 'The signature is not base64.' };
  if (bytes.length <= headerBytes) {
    return {
      problem: 'blob-is-too-short',
      found: `The signature has ${bytes.length} bytes and breaks off in its header.`,
    };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [foundVersion, kind, length] = [0, 4, 8].map((at) => view.getUint32(at, true));
  if (foundVersion !== version) {
    return {
      problem: 'blob-version-is-unknown',
      found: `The signature's header has version ${hex(foundVersion)}, not ${hex(version)}.`,
    };
  }
  if (kind !== madeByCertificate) {
    return {
      problem: 'blob-kind-is-unknown',
      found: `The signature is of kind ${kind}; only 1, a certificate's, is known.`,
    };
  }
  if (length !== bytes.length - headerBytes) {
    return {
      problem: 'blob-length-is-wrong',
      found: `The signature's header promises ${length} bytes, and ${bytes.length - headerBytes} follow.`,
    };
  }
  return { der: bytes.subarray(headerBytes) };
}

function hex(word: number | undefined): string {
  return `0x${(word ?? 0).toString(16).padStart(8, '0')}`;
}
