import { EncryptedContentInfo } from '@peculiar/asn1-cms';
import { AsnProp, AsnPropTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/** RFC 5652, section 8. */
export class EncryptedData {
  version = 0;
  encryptedContentInfo = new EncryptedContentInfo();
}
AsnProp({ type: AsnPropTypes.Integer })(EncryptedData.prototype, 'version');
AsnProp({ type: EncryptedContentInfo })(EncryptedData.prototype, 'encryptedContentInfo');

/** RFC 5208: the encrypted private key of a PFX. */
export class EncryptedKey {
  encryptionAlgorithm = new AlgorithmIdentifier();
  encryptedData = new OctetString();
}
AsnProp({ type: AlgorithmIdentifier })(EncryptedKey.prototype, 'encryptionAlgorithm');
AsnProp({ type: OctetString })(EncryptedKey.prototype, 'encryptedData');

/** RFC 7292, appendix C. */
export class Pkcs12Parameters {
  salt = new OctetString();
  iterations = 1;
}
AsnProp({ type: OctetString })(Pkcs12Parameters.prototype, 'salt');
AsnProp({ type: AsnPropTypes.Integer })(Pkcs12Parameters.prototype, 'iterations');

/** RFC 8018, appendix A.4. */
export class Pbes2Parameters {
  keyDerivationFunc = new AlgorithmIdentifier();
  encryptionScheme = new AlgorithmIdentifier();
}
AsnProp({ type: AlgorithmIdentifier })(Pbes2Parameters.prototype, 'keyDerivationFunc');
AsnProp({ type: AlgorithmIdentifier })(Pbes2Parameters.prototype, 'encryptionScheme');

/** RFC 8018, appendix A.2, with the salt given in place, as everybody does. */
export class Pbkdf2Parameters {
  salt = new OctetString();
  iterationCount = 1;
  keyLength?: number;
  prf?: AlgorithmIdentifier;
}
AsnProp({ type: OctetString })(Pbkdf2Parameters.prototype, 'salt');
AsnProp({ type: AsnPropTypes.Integer })(Pbkdf2Parameters.prototype, 'iterationCount');
AsnProp({ type: AsnPropTypes.Integer, optional: true })(Pbkdf2Parameters.prototype, 'keyLength');
AsnProp({ type: AlgorithmIdentifier, optional: true })(Pbkdf2Parameters.prototype, 'prf');
