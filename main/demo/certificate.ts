import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { der } from './der';

export interface DemoCertificate {
  /** PEM. Never leaves this process's memory. */
  readonly key: string;
  /** PEM, for the clients that are to trust it. */
  readonly certificate: string;
}

const dayMs = 86_400_000;
const ecdsaWithSha256 = der.sequence(der.objectId('1.2.840.10045.4.3.2'));

/** A P-256 certificate for localhost that signs itself and nothing else, made anew at every start (RFC 5280). */
export function makeCertificate(now = Date.now()): DemoCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = toBeSigned(publicKey, now);
  const signature = sign('sha256', content, { key: privateKey, dsaEncoding: 'der' });
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem(der.sequence(content, ecdsaWithSha256, der.bits(signature))),
  };
}

function toBeSigned(publicKey: KeyObject, now: number): Buffer {
  const name = der.sequence(
    der.set(der.sequence(der.objectId('2.5.4.10'), der.text('Entra RDP demo'))),
    der.set(der.sequence(der.objectId('2.5.4.3'), der.text('localhost'))),
  );
  const version3 = der.context(0, der.integer(Buffer.of(2)));
  // A leading 01 keeps the number positive and of one length.
  const serialNumber = der.integer(Buffer.concat([Buffer.of(1), randomBytes(15)]));
  return der.sequence(
    version3,
    serialNumber,
    ecdsaWithSha256,
    name,
    der.sequence(der.time(new Date(now - dayMs)), der.time(new Date(now + 7 * dayMs))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der.context(3, extensions()),
  );
}

// No key usage: with one that lacks certificate signing, Electron's TLS does not accept that it signed itself.
function extensions(): Buffer {
  const notAnAuthority = der.sequence();
  const serverAuthentication = der.sequence(der.objectId('1.3.6.1.5.5.7.3.1'));
  const names = der.sequence(
    der.contextPrimitive(2, Buffer.from('localhost', 'ascii')),
    der.contextPrimitive(7, Buffer.of(127, 0, 0, 1)),
  );
  return der.sequence(
    extension('2.5.29.19', notAnAuthority, 'critical'),
    extension('2.5.29.37', serverAuthentication),
    extension('2.5.29.17', names),
  );
}

function extension(id: string, value: Buffer, critical?: 'critical'): Buffer {
  return der.sequence(der.objectId(id), ...(critical ? [der.boolean(true)] : []), der.octets(value));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
