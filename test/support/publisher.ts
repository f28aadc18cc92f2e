import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import type { SigningIdentity } from '../../main/rdp-files/signing/identity';

const codeSigning = '1.3.6.1.5.5.7.3.3';
const dayMs = 86_400_000;

export interface MadeCertificate {
  readonly name: string;
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
}

interface Wanted {
  readonly name: string;
  /** Signs itself without one. */
  readonly issuer?: MadeCertificate;
  readonly isAuthority?: boolean;
  readonly uses?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly key?: 'rsa-2048' | 'rsa-1024' | 'ec';
}

/** A certificate for a test, made now. */
export function makePublisher(wanted: Wanted): MadeCertificate {
  const { name, issuer } = wanted;
  const { publicKey, privateKey } = keyPair(wanted.key ?? 'rsa-2048');
  const signer = issuer?.key ?? privateKey;
  const signatureAlgorithm = new AlgorithmIdentifier(
    signer.asymmetricKeyType === 'rsa'
      ? { algorithm: '1.2.840.113549.1.1.11', parameters: Uint8Array.of(5, 0).buffer }
      : { algorithm: '1.2.840.10045.4.3.2' },
  );
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    // A leading 01 keeps the number positive.
    serialNumber: bufferOf(Buffer.concat([Buffer.of(1), randomBytes(11)])),
    signature: signatureAlgorithm,
    issuer: nameOf(issuer?.name ?? name),
    validity: new Validity({
      notBefore: wanted.notBefore ?? new Date(Date.now() - dayMs),
      notAfter: wanted.notAfter ?? new Date(Date.now() + 30 * dayMs),
    }),
    subject: nameOf(name),
    subjectPublicKeyInfo: AsnConvert.parse(
      publicKey.export({ type: 'spki', format: 'der' }),
      SubjectPublicKeyInfo,
    ),
    extensions: extensionsOf(wanted),
  });
  const content = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const signatureValue = bufferOf(sign('sha256', content, signer));
  const der = AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm, signatureValue }));
  return { name, certificate: new X509Certificate(Buffer.from(der)), key: privateKey };
}

function keyPair(kind: NonNullable<Wanted['key']>): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === 'ec') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return generateKeyPairSync('rsa', { modulusLength: kind === 'rsa-1024' ? 1024 : 2048 });
}

function nameOf(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: '2.5.4.3', value })])]);
}

function extensionsOf({ isAuthority = false, uses = [codeSigning] }: Wanted): Extensions {
  const constraints = AsnConvert.serialize(new BasicConstraints({ cA: isAuthority }));
  return new Extensions([
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: new OctetString(constraints) }),
    ...(uses.length > 0
      ? [
          new Extension({
            extnID: '2.5.29.37',
            extnValue: new OctetString(AsnConvert.serialize(new ExtendedKeyUsage([...uses]))),
          }),
        ]
      : []),
  ]);
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

export function identityOf(
  publisher: MadeCertificate,
  ...chain: readonly MadeCertificate[]
): SigningIdentity {
  return {
    key: publisher.key,
    certificate: publisher.certificate,
    chain: chain.map(({ certificate }) => certificate),
  };
}
