import { createHash } from 'node:crypto';

export const purposes = { key: 1, initialVector: 2, mac: 3 } as const;

/** Work we do for one password: enough for any real file, and an end for one made to keep us busy. */
export const mostIterations = 10_000_000;

interface Derivation {
  readonly digest: string;
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly purpose: number;
  /** Bytes wanted. */
  readonly length: number;
}

/** The key derivation of PKCS #12 itself (RFC 7292, appendix B.2), which Node does not offer. */
export function derivePkcs12(derivation: Derivation): Buffer {
  const { digest, salt, iterations, purpose, length } = derivation;
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([filled(salt, block), filled(bigEndian(derivation.password), block)]);
  const parts: Buffer[] = [];
  for (let made = 0; made < length; ) {
    let part = createHash(digest).update(diversifier).update(input).digest();
    for (let round = 1; round < iterations; round += 1) part = createHash(digest).update(part).digest();
    parts.push(part);
    made += part.length;
    addToBlocks(input, filled(part, block).subarray(0, block), block);
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** UTF-16BE with a NUL at the end: what PKCS #12 takes for a password. */
function bigEndian(password: string): Buffer {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}

function filled(bytes: Uint8Array, block: number): Buffer {
  if (bytes.length === 0) return Buffer.alloc(0);
  const wanted = block * Math.ceil(bytes.length / block);
  return Buffer.alloc(wanted, bytes);
}

// Each block of the input grows by the last part and one, as one big number.
function addToBlocks(input: Buffer, addend: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index -= 1) {
      const sum = (input[start + index] ?? 0) + (addend[index] ?? 0) + carry;
      input[start + index] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}
