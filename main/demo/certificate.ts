import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

export interface DemoCertificate {
  /** PEM. Never leaves this process's memory. */
  readonly key: string;
  /** PEM, for the clients that are to trust it. */
  readonly certificate: string;
}

const dayMs = 86_400_000;
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A certificate for localhost that signs itself and nothing else, made anew at every start. */
export async function makeCertificate(now = Date.now()): Promise<DemoCertificate> {
  cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(12).toString('hex'),
    name: 'CN=localhost, O=Entra RDP demo',
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + 7 * dayMs),
    signingAlgorithm: { ...curve, hash: 'SHA-256' },
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
    certificate: certificate.toString('pem'),
  };
}
