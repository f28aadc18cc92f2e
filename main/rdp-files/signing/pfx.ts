import {
  createHmac,
  createPrivateKey,
  type KeyObject,
  timingSafeEqual,
  type X509Certificate,
} from 'node:crypto';
import type { ContentInfo } from '@peculiar/asn1-cms';
import { AuthenticatedSafe, CertBag, type MacData, PFX, SafeContents } from '@peculiar/asn1-pfx';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { certificateIn } from './certificate';
import { objectIds } from './cms-schema';
import { bearable, decryptPkcs12 } from './pkcs12-decrypt';
import { derivePkcs12, purposes } from './pkcs12-key';
import { EncryptedData, EncryptedKey } from './pkcs12-schema';

export interface PfxContents {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
}

export function isPfx(bytes: Uint8Array): boolean {
  try {
    return AsnConvert.parse(bytes, PFX).version === 3;
  } catch {
    return false;
  }
}

/** Whether this password opens it. A file without a MAC cannot tell, and is tried. */
export function opensWith(bytes: Uint8Array, password: string): boolean {
  const pfx = AsnConvert.parse(bytes, PFX);
  const macData = macOf(pfx);
  if (!macData) return true;
  const digest = macDigests[macData.mac.digestAlgorithm.algorithm];
  if (!digest) return true;
  const expected = Buffer.from(macData.mac.digest.buffer);
  const key = derivePkcs12({
    digest,
    password,
    salt: new Uint8Array(macData.macSalt.buffer),
    iterations: bearable(macData.iterations),
    purpose: purposes.mac,
    length: expected.length,
  });
  const found = createHmac(digest, key).update(octetsIn(pfx.authSafe)).digest();
  return found.length === expected.length && timingSafeEqual(found, expected);
}

// The library's type promises a MAC that RFC 7292 leaves optional.
function macOf({ macData }: { readonly macData?: MacData }): MacData | undefined {
  return macData;
}

const macDigests: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  [objectIds.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * The certificates and keys of a PFX (PKCS #12).
 *
 * @throws UnknownProtection; Error for a wrong password or a damaged file.
 */
export function readPfx(bytes: Uint8Array, password: string): PfxContents {
  const { authSafe } = AsnConvert.parse(bytes, PFX);
  const contents = [...AsnConvert.parse(octetsIn(authSafe), AuthenticatedSafe)];
  const found = contents.flatMap((content) => [...safeIn(content, password)]);
  const bagsOf = (id: string) => found.filter(({ bagId }) => bagId === id).map(({ bagValue }) => bagValue);
  return {
    certificates: bagsOf(bags.certificate).map(certificateInBag),
    keys: [
      ...bagsOf(bags.key).map((key) => keyIn(Buffer.from(key))),
      ...bagsOf(bags.encryptedKey).map((key) => keyIn(decryptedKey(key, password))),
    ],
  };
}

function certificateInBag(bag: ArrayBuffer): X509Certificate {
  const { certValue } = AsnConvert.parse(bag, CertBag);
  const certificate = certificateIn(Buffer.from(AsnConvert.parse(certValue, OctetString).buffer));
  if (!certificate) throw new Error('A certificate in the PFX is damaged.');
  return certificate;
}

function decryptedKey(bag: ArrayBuffer, password: string): Buffer {
  const { encryptionAlgorithm, encryptedData } = AsnConvert.parse(bag, EncryptedKey);
  return decryptPkcs12(encryptionAlgorithm, new Uint8Array(encryptedData.buffer), password);
}

const bags = {
  key: '1.2.840.113549.1.12.10.1.1',
  encryptedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const;

function safeIn(content: ContentInfo, password: string): SafeContents {
  if (content.contentType !== objectIds.encryptedData) {
    return AsnConvert.parse(octetsIn(content), SafeContents);
  }
  const { encryptedContentInfo } = AsnConvert.parse(content.content, EncryptedData);
  const { contentEncryptionAlgorithm, encryptedContent } = encryptedContentInfo;
  const encrypted = Buffer.concat(
    (encryptedContent?.constructedValue ?? [encryptedContent?.value ?? new OctetString()]).map(({ buffer }) =>
      Buffer.from(buffer),
    ),
  );
  return AsnConvert.parse(decryptPkcs12(contentEncryptionAlgorithm, encrypted, password), SafeContents);
}

function octetsIn({ content }: ContentInfo): Uint8Array {
  return new Uint8Array(AsnConvert.parse(content, OctetString).buffer);
}

function keyIn(der: Buffer): KeyObject {
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
