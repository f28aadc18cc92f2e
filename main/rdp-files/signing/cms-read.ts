import type { X509Certificate } from 'node:crypto';
import { type Attribute, ContentInfo, type SignerIdentifier, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Certificate, SubjectKeyIdentifier } from '@peculiar/asn1-x509';
import type { SignatureProblem, SignatureProblemId } from '../../../shared/rdp/signature/verification';
import { certificateIn } from './certificate';
import { AttributeSet, objectIds, SignedDataWithRawCertificates } from './cms-schema';

export interface ReadCms {
  readonly certificate: X509Certificate;
  /** Every certificate that came along, the signer's among them. */
  readonly certificates: readonly X509Certificate[];
  readonly digest: Digest;
  readonly signature: Uint8Array;
  /** Present where the signature covers attributes, and those the message's digest. */
  readonly attributes: { readonly covered: Uint8Array; readonly messageDigest: Uint8Array } | null;
}

export type Digest = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

const digests: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  [objectIds.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** PKCS #1 v1.5, alone or named together with its digest. */
const rsaAlgorithms = new Set<string>([
  objectIds.rsaEncryption,
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
]);

/** Reads the CMS of a signature. Whatever is in it comes out as parts or as the one problem that stops us. */
export function readCms(der: Uint8Array): ReadCms | SignatureProblem {
  const signed = signedDataIn(der);
  if (!signed) return broken('cms-is-unreadable', 'The signature is not a CMS SignedData structure.');
  if (signed.encapContentInfo.eContent) {
    return broken(
      'cms-has-content',
      'The signature carries a text of its own in place of the one in the file.',
    );
  }
  const [signer, another] = signed.signerInfos;
  if (!signer) return broken('cms-has-no-signer', 'The signature names no signer.');
  if (another) return broken('cms-has-several-signers', 'The signature has more than one signer.');
  return readSigner(signer, signed.certificates ?? []);
}

function signedDataIn(der: Uint8Array): SignedDataWithRawCertificates | null {
  try {
    const { contentType, content } = AsnConvert.parse(der, ContentInfo);
    if (contentType !== objectIds.signedData) return null;
    return AsnConvert.parse(content, SignedDataWithRawCertificates);
  } catch {
    return null;
  }
}

function readSigner(signer: SignerInfo, encoded: readonly ArrayBuffer[]): ReadCms | SignatureProblem {
  const found = encoded.find((bytes) => isCertificateOf(signer.sid, bytes));
  if (!found) {
    return broken('signer-certificate-is-missing', "The signer's certificate is not in the signature.");
  }
  const certificate = certificateIn(Buffer.from(found));
  if (!certificate) return broken('certificate-is-unreadable', "The signer's certificate cannot be read.");
  const digest = digests[signer.digestAlgorithm.algorithm];
  if (!digest) {
    return broken('digest-is-unknown', `The digest ${signer.digestAlgorithm.algorithm} is not known.`);
  }
  const { algorithm } = signer.signatureAlgorithm;
  if (!rsaAlgorithms.has(algorithm)) {
    return broken(
      'signature-algorithm-is-unknown',
      `The signature is made with ${algorithm}, not with RSA PKCS #1 v1.5, which Windows is known to accept.`,
    );
  }
  const attributes = attributesOf(signer);
  if (attributes === 'unreadable') {
    return broken('cms-is-unreadable', 'The signed attributes hold no digest of the message.');
  }
  const certificates = encoded.flatMap((bytes) => certificateIn(Buffer.from(bytes)) ?? []);
  return {
    certificate,
    certificates,
    digest,
    signature: new Uint8Array(signer.signature.buffer),
    attributes,
  };
}

function attributesOf({ signedAttrs }: SignerInfo): ReadCms['attributes'] | 'unreadable' {
  if (!signedAttrs || signedAttrs.length === 0) return null;
  try {
    const messageDigest = digestIn(signedAttrs);
    if (!messageDigest) return 'unreadable';
    return { covered: new Uint8Array(AsnConvert.serialize(new AttributeSet(signedAttrs))), messageDigest };
  } catch {
    return 'unreadable';
  }
}

function digestIn(attributes: readonly Attribute[]): Uint8Array | null {
  const value = attributes.find(({ attrType }) => attrType === objectIds.messageDigest)?.attrValues[0];
  return value ? new Uint8Array(AsnConvert.parse(value, OctetString).buffer) : null;
}

function isCertificateOf(identifier: SignerIdentifier, encoded: ArrayBuffer): boolean {
  try {
    const { issuer, serialNumber, extensions } = AsnConvert.parse(encoded, Certificate).tbsCertificate;
    const { issuerAndSerialNumber: wanted, subjectKeyIdentifier } = identifier;
    if (wanted) {
      return (
        isSame(wanted.serialNumber, serialNumber) &&
        isSame(AsnConvert.serialize(wanted.issuer), AsnConvert.serialize(issuer))
      );
    }
    const own = extensions?.find(({ extnID }) => extnID === '2.5.29.14');
    if (!own || !subjectKeyIdentifier) return false;
    const parsed = AsnConvert.parse(own.extnValue.buffer, SubjectKeyIdentifier);
    return isSame(parsed.buffer, subjectKeyIdentifier.buffer);
  } catch {
    return false;
  }
}

function isSame(a: ArrayBuffer, b: ArrayBuffer): boolean {
  return Buffer.from(a).equals(Buffer.from(b));
}

function broken(id: SignatureProblemId, found: string): SignatureProblem {
  return { id, severity: 'broken', found };
}
