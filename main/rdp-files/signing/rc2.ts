/**
 * Decrypts RC2 in CBC mode (RFC 2268). Windows and old tools protect the certificates of a PFX with its
 * 40-bit form, and today's crypto libraries have dropped it. Good for reading such files, and for nothing else.
 *
 * @throws Error when the padding is wrong, as with a wrong key.
 */
export function decryptRc2(key: Uint8Array, initialVector: Uint8Array, encrypted: Uint8Array): Buffer {
  if (encrypted.length === 0 || encrypted.length % 8 !== 0) throw new Error('Not whole blocks of RC2.');
  const words = expandKey(key, key.length * 8);
  const plain = Buffer.alloc(encrypted.length);
  let previous = initialVector;
  for (let at = 0; at < encrypted.length; at += 8) {
    const block = encrypted.subarray(at, at + 8);
    decryptBlock(words, block).forEach((byte, index) => {
      plain[at + index] = byte ^ (previous[index] ?? 0);
    });
    previous = block;
  }
  return withoutPadding(plain);
}

function withoutPadding(plain: Buffer): Buffer {
  const length = plain.at(-1) ?? 0;
  const padding = plain.subarray(plain.length - length);
  if (length < 1 || length > 8 || padding.some((byte) => byte !== length)) throw new Error('Wrong padding.');
  return plain.subarray(0, plain.length - length);
}

// The digits of pi, as the RFC's table has them.
const table = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = Buffer.alloc(128);
  bytes.set(key);
  const at = (index: number) => bytes[index] ?? 0;
  for (let index = key.length; index < 128; index += 1) {
    bytes[index] = table[(at(index - 1) + at(index - key.length)) & 0xff] ?? 0;
  }
  const length = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (8 * length - effectiveBits);
  bytes[128 - length] = table[at(128 - length) & mask] ?? 0;
  for (let index = 127 - length; index >= 0; index -= 1) {
    bytes[index] = table[at(index + 1) ^ at(index + length)] ?? 0;
  }
  return Uint16Array.from({ length: 64 }, (_, index) => bytes.readUInt16LE(2 * index));
}

const rotations = [1, 2, 3, 5];

function decryptBlock(key: Uint16Array, block: Uint8Array): Buffer {
  const view = new DataView(block.buffer, block.byteOffset, 8);
  const words = Uint16Array.from([0, 2, 4, 6], (offset) => view.getUint16(offset, true));
  const word = (index: number) => words[index & 3] ?? 0;
  for (let round = 15; round >= 0; round -= 1) {
    for (let index = 3; index >= 0; index -= 1) {
      const rotation = rotations[index] ?? 0;
      const turned = ((word(index) >> rotation) | (word(index) << (16 - rotation))) & 0xffff;
      const mixed = (word(index - 1) & word(index - 2)) + (~word(index - 1) & word(index - 3));
      words[index] = turned - (key[4 * round + index] ?? 0) - mixed;
    }
    if (round === 5 || round === 11) {
      for (let index = 3; index >= 0; index -= 1)
        words[index] = word(index) - (key[word(index - 1) & 63] ?? 0);
    }
  }
  const plain = Buffer.alloc(8);
  words.forEach((value, index) => plain.writeUInt16LE(value, 2 * index));
  return plain;
}
