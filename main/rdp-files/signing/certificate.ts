import { X509Certificate } from 'node:crypto';
import type { SignatureProblem, SignerCertificate } from '../../../shared/rdp/signature/verification';

/** Uses of which Windows' own signer wants at least one, where the certificate names any. */
const usesThatSign = new Set([
  '1.3.6.1.5.5.7.3.1', // server authentication
  '1.3.6.1.5.5.7.3.3', // code signing
  '1.3.6.1.4.1.311.54.1.1',
  '2.5.29.37.0', // any
]);

/** A certificate from PEM or DER whose key can be read, too; null for anything else. */
export function certificateIn(source: string | Uint8Array): X509Certificate | null {
  try {
    const certificate = new X509Certificate(source);
    // Reading the key throws for one that is damaged, here or never.
    return certificate.publicKey.type === 'public' ? certificate : null;
  } catch {
    return null;
  }
}

/** A certificate may lack these, and Node's types do not say so. */
interface Nameless {
  readonly subject?: string;
  readonly keyUsage?: readonly string[];
}

export function describeCertificate(certificate: X509Certificate): SignerCertificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serialNumber: certificate.serialNumber,
    thumbprint: hexadecimal(certificate.fingerprint),
    sha256: hexadecimal(certificate.fingerprint256),
    validFrom: dateIn(certificate.validFrom).toISOString(),
    validTo: dateIn(certificate.validTo).toISOString(),
  };
}

/** The name people know a certificate by: its common name, else all of its subject. */
export function nameOf({ subject }: Nameless): string {
  return /^CN=(.+)$/m.exec(subject ?? '')?.[1] ?? (oneLine(subject) || 'a certificate without a name');
}

/** Why a certificate cannot sign .rdp files at a time; none when it can. */
export function problemsOfCertificate(certificate: X509Certificate, now: Date): SignatureProblem[] {
  const [from, to] = [dateIn(certificate.validFrom), dateIn(certificate.validTo)];
  const uses = usesOf(certificate);
  return [
    ...(now < from
      ? [problem('certificate-is-not-yet-valid', `The certificate is valid only from ${day(from)}.`)]
      : []),
    ...(now > to ? [problem('certificate-has-expired', `The certificate expired on ${day(to)}.`)] : []),
    ...(uses.length > 0 && !uses.some((use) => usesThatSign.has(use))
      ? [
          problem(
            'certificate-is-for-something-else',
            `The certificate is for other uses (${uses.join(', ')}); signing needs code signing or server authentication.`,
          ),
        ]
      : []),
    ...problemsOfKey(certificate),
  ];
}

function problemsOfKey({ publicKey }: X509Certificate): SignatureProblem[] {
  if (publicKey.asymmetricKeyType !== 'rsa') {
    return [
      problem(
        'key-is-not-rsa',
        `The certificate's key is ${publicKey.asymmetricKeyType ?? 'of an unknown kind'}; .rdp files are signed with RSA.`,
      ),
    ];
  }
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < 2048 ? [problem('key-is-short', `The certificate's RSA key has only ${bits} bits.`)] : [];
}

function usesOf({ keyUsage }: Nameless): readonly string[] {
  return keyUsage ?? [];
}

function problem(id: SignatureProblem['id'], found: string): SignatureProblem {
  return { id, severity: 'untrusted', found };
}

// A certificate may hold a date beyond what a date can be; it is then as good as none.
function dateIn(text: string): Date {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function oneLine(name: string | undefined): string {
  return (name ?? '').trim().split('\n').join(', ');
}

function hexadecimal(fingerprint: string): string {
  return fingerprint.replaceAll(':', '');
}
