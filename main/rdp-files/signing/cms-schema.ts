import {
  Attribute,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  SignerInfos,
} from '@peculiar/asn1-cms';
import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';

export const objectIds = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  encryptedData: '1.2.840.113549.1.7.6',
  messageDigest: '1.2.840.113549.1.9.4',
  rsaEncryption: '1.2.840.113549.1.1.1',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/**
 * SignedData of RFC 5652 with its certificates as they were encoded: encoded a second time, one that is not
 * quite DER would no longer match its own signature.
 */
export class SignedDataWithRawCertificates {
  version = 1;
  digestAlgorithms = new DigestAlgorithmIdentifiers();
  encapContentInfo = new EncapsulatedContentInfo();
  certificates?: ArrayBuffer[];
  revocations?: ArrayBuffer[];
  signerInfos = new SignerInfos();
}
const rawSet = { type: AsnPropTypes.Any, implicit: true, optional: true, repeated: 'set' } as const;
const part = SignedDataWithRawCertificates.prototype;
AsnProp({ type: AsnPropTypes.Integer })(part, 'version');
AsnProp({ type: DigestAlgorithmIdentifiers })(part, 'digestAlgorithms');
AsnProp({ type: EncapsulatedContentInfo })(part, 'encapContentInfo');
AsnProp({ ...rawSet, context: 0 })(part, 'certificates');
AsnProp({ ...rawSet, context: 1 })(part, 'revocations');
AsnProp({ type: SignerInfos })(part, 'signerInfos');

/** Signed attributes in the form their signature covers: a SET, whatever tag they have in their place. */
export class AttributeSet extends AsnArray<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(AttributeSet);
