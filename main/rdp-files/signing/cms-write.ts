import {
  CMSVersion,
  ContentInfo,
  DigestAlgorithmIdentifier,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignatureAlgorithmIdentifier,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { blobOf } from '../../../shared/rdp/signature/blob';
import { objectIds, SignedDataWithRawCertificates } from './cms-schema';

/**
 * Makes the `signature` values of one certificate: CMS, detached, RSA PKCS #1 v1.5 with SHA-256, without
 * signed attributes, as Windows' own signer makes it. Only the signature differs from file to file, and it
 * stands at the end: the rest is encoded once.
 *
 * @param certificates DER; the signer's first, then its chain.
 * @param signatureBytes the length of the key's modulus.
 */
export function blobMaker(
  certificates: readonly Uint8Array[],
  signatureBytes: number,
): (signature: Uint8Array) => string {
  const template = blobOf(encode(certificates, new Uint8Array(signatureBytes)));
  const before = template.length - signatureBytes;
  // Base64 writes three bytes at a time: up to here it is the same for every signature.
  const cut = before - (before % 3);
  const start = Buffer.from(template.subarray(0, cut)).toString('base64');
  const between = template.subarray(cut, before);
  return (signature) => {
    if (signature.length !== signatureBytes) throw new Error(`A signature of ${signature.length} bytes.`);
    return start + Buffer.concat([between, signature]).toString('base64');
  };
}

function encode(certificates: readonly Uint8Array[], signature: Uint8Array): Uint8Array {
  const [own] = certificates;
  if (!own) throw new Error('A signature needs its certificate.');
  const signed = new SignedDataWithRawCertificates();
  const digest = new DigestAlgorithmIdentifier({ algorithm: objectIds.sha256 });
  signed.digestAlgorithms = new DigestAlgorithmIdentifiers([digest]);
  signed.encapContentInfo = new EncapsulatedContentInfo({ eContentType: objectIds.data });
  signed.certificates = certificates.map(bufferOf);
  signed.signerInfos = new SignerInfos([
    new SignerInfo({
      version: CMSVersion.v1,
      sid: identifierOf(own),
      digestAlgorithm: digest,
      signatureAlgorithm: new SignatureAlgorithmIdentifier({
        algorithm: objectIds.rsaEncryption,
        parameters: derNull,
      }),
      signature: new OctetString(bufferOf(signature)),
    }),
  ]);
  const content = AsnConvert.serialize(signed);
  return new Uint8Array(
    AsnConvert.serialize(new ContentInfo({ contentType: objectIds.signedData, content })),
  );
}

const derNull = bufferOf(Uint8Array.of(5, 0));

function identifierOf(certificate: Uint8Array): SignerIdentifier {
  const { issuer, serialNumber } = AsnConvert.parse(certificate, Certificate).tbsCertificate;
  return new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) });
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
