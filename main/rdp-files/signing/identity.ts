import type { KeyObject, X509Certificate } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error';
import type { AskPassword } from './ask-password';
import { nameOf, problemsOfCertificate } from './certificate';
import { buildChain } from './chain';
import { certificatesFrom, type Found, keysFrom, partsIn } from './read-parts';

/** Who signs: a certificate, its private key, and the certificates that lead to its root. */
export interface SigningIdentity {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** From the issuer upwards, without the signer's own. */
  readonly chain: readonly X509Certificate[];
}

export interface IdentityFiles {
  /** PFX, or PEM with the certificate and perhaps its key and chain, or DER. */
  readonly certificate: string;
  /** PEM or DER, where the key is in a file of its own. */
  readonly key?: string | undefined;
  /** PEM: further certificates of the chain. */
  readonly chain?: string | undefined;
}

/**
 * Reads who is to sign.
 *
 * @throws AppError `invalid-request`, naming the reason: a wrong password, no key, a key of another
 *   certificate, a certificate that is expired, not yet valid, for other uses or not RSA; `not-found`,
 *   `access-denied`, `unreadable` for the files.
 */
export async function readIdentity(
  files: IdentityFiles,
  askPassword: AskPassword,
  now = new Date(),
): Promise<SigningIdentity> {
  const main = await partsIn(files.certificate, askPassword);
  const key = files.key === undefined ? main : await keysFrom(files.key, askPassword);
  const along = files.chain === undefined ? [] : await certificatesFrom(files.chain);
  const identity = matched(files, main, key.keys);
  refuseUnusable(files.certificate, identity.certificate, now);
  const known = [...main.certificates, ...along];
  const { certificates } = buildChain(identity.certificate, known, [], now);
  return { ...identity, chain: certificates.slice(1) };
}

function matched(
  { certificate: file, key: keyFile }: IdentityFiles,
  { certificates }: Found,
  keys: readonly KeyObject[],
): Pick<SigningIdentity, 'key' | 'certificate'> {
  if (certificates.length === 0) throw refused(`${file} holds no certificate`);
  if (keys.length === 0) {
    throw refused(
      `${file} holds a certificate without its private key. Give the key with --key FILE, or a PFX that holds both`,
    );
  }
  for (const certificate of certificates) {
    const key = keys.find((candidate) => certificate.checkPrivateKey(candidate));
    if (key) return { key, certificate };
  }
  throw refused(
    `the private key in ${keyFile ?? file} belongs to another certificate than the one in ${file}`,
  );
}

function refuseUnusable(file: string, certificate: X509Certificate, now: Date): void {
  const [problem] = problemsOfCertificate(certificate, now);
  if (!problem) return;
  throw refused(`${nameOf(certificate)} in ${file} cannot be used. ${problem.found.replace(/\.$/, '')}`);
}

function refused(why: string): AppError {
  return new AppError('invalid-request', `Nothing was signed: ${why}.`, {
    help: 'rdp-signature-certificate',
  });
}
