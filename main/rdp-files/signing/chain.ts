import type { X509Certificate } from 'node:crypto';
import { nameOf } from './certificate';

export interface Chain {
  /** From the signer upwards, as far as it can be followed. */
  readonly certificates: readonly X509Certificate[];
  /** Whether it ends in one of the roots. */
  readonly isTrusted: boolean;
  /** Why not, in a sentence; empty when it is. */
  readonly because: string;
}

const longest = 10;

/** Follows issuers from a certificate to a root, through certificates that came along. Dates count. */
export function buildChain(
  certificate: X509Certificate,
  along: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  now: Date,
): Chain {
  const trusted = new Set(roots.map(({ fingerprint256 }) => fingerprint256));
  const certificates = [certificate];
  for (let last = certificate; certificates.length < longest; ) {
    if (trusted.has(last.fingerprint256)) return { certificates, isTrusted: true, because: '' };
    if (isIssuedBy(last, last)) return { certificates, isTrusted: false, because: selfSigned(certificates) };
    const issuer = [...roots, ...along].find(
      (candidate) =>
        !certificates.includes(candidate) && isAuthority(candidate) && isIssuedBy(last, candidate),
    );
    if (!issuer)
      return { certificates, isTrusted: false, because: `the issuer of ${nameOf(last)} was not found` };
    certificates.push(issuer);
    if (!isInTime(issuer, now)) {
      return { certificates, isTrusted: false, because: `${nameOf(issuer)} is not valid at this time` };
    }
    last = issuer;
  }
  return { certificates, isTrusted: false, because: `its chain has more than ${longest} certificates` };
}

export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function isAuthority({ ca }: X509Certificate): boolean {
  return ca;
}

function isInTime({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return new Date(validFrom) <= now && now <= new Date(validTo);
}

function selfSigned(certificates: readonly X509Certificate[]): string {
  const last = certificates.at(-1);
  return last && certificates.length > 1
    ? `it ends in ${nameOf(last)}, which is not among the trusted roots`
    : 'it is signed by itself and is not among the trusted roots';
}
