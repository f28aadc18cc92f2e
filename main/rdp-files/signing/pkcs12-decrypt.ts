import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { derivePkcs12, mostIterations, purposes } from './pkcs12-key';
import { Pbes2Parameters, Pbkdf2Parameters, Pkcs12Parameters } from './pkcs12-schema';
import { decryptRc2 } from './rc2';

/** Protected in a way we cannot undo; its message names the way. */
export class UnknownProtection extends Error {}

/**
 * Decrypts a part of a PFX: by PBES2 with AES or Triple DES, which tools of today write, or by PKCS #12's own
 * schemes with Triple DES or RC2, which Windows writes.
 *
 * @throws UnknownProtection; Error for a wrong password.
 */
export function decryptPkcs12(
  algorithm: AlgorithmIdentifier,
  encrypted: Uint8Array,
  password: string,
): Buffer {
  const old = oldSchemes[algorithm.algorithm];
  if (old) return decryptOld(old, parametersOf(algorithm), encrypted, password);
  if (algorithm.algorithm === '1.2.840.113549.1.5.13') {
    return decryptPbes2(parametersOf(algorithm), encrypted, password);
  }
  throw new UnknownProtection(algorithm.algorithm);
}

interface OldScheme {
  readonly keyBytes: number;
  readonly isRc2: boolean;
}

const oldSchemes: Readonly<Record<string, OldScheme>> = {
  '1.2.840.113549.1.12.1.3': { keyBytes: 24, isRc2: false },
  '1.2.840.113549.1.12.1.5': { keyBytes: 16, isRc2: true },
  '1.2.840.113549.1.12.1.6': { keyBytes: 5, isRc2: true },
};

function decryptOld(
  { keyBytes, isRc2 }: OldScheme,
  parameters: ArrayBuffer,
  encrypted: Uint8Array,
  password: string,
): Buffer {
  const { salt, iterations } = AsnConvert.parse(parameters, Pkcs12Parameters);
  const derived = (purpose: number, length: number) =>
    derivePkcs12({
      digest: 'sha1',
      password,
      salt: new Uint8Array(salt.buffer),
      iterations: bearable(iterations),
      purpose,
      length,
    });
  const key = derived(purposes.key, keyBytes);
  const initialVector = derived(purposes.initialVector, 8);
  return isRc2
    ? decryptRc2(key, initialVector, encrypted)
    : decipher('des-ede3-cbc', key, initialVector, encrypted);
}

const ciphers: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
};

const pseudoRandomFunctions: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

function decryptPbes2(parameters: ArrayBuffer, encrypted: Uint8Array, password: string): Buffer {
  const { keyDerivationFunc, encryptionScheme } = AsnConvert.parse(parameters, Pbes2Parameters);
  const cipher = ciphers[encryptionScheme.algorithm];
  if (!cipher) throw new UnknownProtection(encryptionScheme.algorithm);
  if (keyDerivationFunc.algorithm !== '1.2.840.113549.1.5.12') {
    throw new UnknownProtection(keyDerivationFunc.algorithm);
  }
  const { salt, iterationCount, prf } = AsnConvert.parse(parametersOf(keyDerivationFunc), Pbkdf2Parameters);
  const digest = prf ? pseudoRandomFunctions[prf.algorithm] : 'sha1';
  if (!digest) throw new UnknownProtection(prf?.algorithm);
  const rounds = bearable(iterationCount);
  const key = pbkdf2Sync(password, new Uint8Array(salt.buffer), rounds, cipher.keyBytes, digest);
  const initialVector = new Uint8Array(AsnConvert.parse(parametersOf(encryptionScheme), OctetString).buffer);
  return decipher(cipher.name, key, initialVector, encrypted);
}

function decipher(name: string, key: Buffer, initialVector: Uint8Array, encrypted: Uint8Array): Buffer {
  const cipher = createDecipheriv(name, key, initialVector);
  return Buffer.concat([cipher.update(encrypted), cipher.final()]);
}

function parametersOf({ algorithm, parameters }: AlgorithmIdentifier): ArrayBuffer {
  if (!parameters) throw new UnknownProtection(algorithm);
  return parameters;
}

export function bearable(iterations: number): number {
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > mostIterations) {
    throw new UnknownProtection(`${iterations} rounds`);
  }
  return iterations;
}
