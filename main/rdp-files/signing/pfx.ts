import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual, X509Certificate } from 'node:crypto';
import type { ContentInfo } from '@peculiar/asn1-cms';
import { AuthenticatedSafe, CertBag, type MacData, PFX, SafeContents } from '@peculiar/asn1-pfx';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
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
  const certificates: X509Certificate[] = [];
  const keys: KeyObject[] = [];
  for (const content of AsnConvert.parse(octetsIn(authSafe), AuthenticatedSafe)) {
    for (const { bagId, bagValue } of safeIn(content, password)) {
      if (bagId === bags.certificate) {
        const { certValue } = AsnConvert.parse(bagValue, CertBag);
        certificates.push(new X509Certificate(Buffer.from(AsnConvert.parse(certValue, OctetString).buffer)));
      }
      if (bagId === bags.key) keys.push(keyIn(Buffer.from(bagValue)));
      if (bagId === bags.encryptedKey) {
        const { encryptionAlgorithm, encryptedData } = AsnConvert.parse(bagValue, EncryptedKey);
        keys.push(keyIn(decryptPkcs12(encryptionAlgorithm, new Uint8Array(encryptedData.buffer), password)));
      }
    }
  }
  return { certificates, keys };
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
