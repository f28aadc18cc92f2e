import { z } from 'zod';

/** What can be the matter with a signature. Part of the product: scripts compare these. */
export const SignatureProblemId = z.enum([
  'scope-is-missing',
  'signature-is-missing',
  'signature-is-there-twice',
  'base64-is-broken',
  'blob-is-too-short',
  'blob-version-is-unknown',
  'blob-kind-is-unknown',
  'blob-length-is-wrong',
  'cms-is-unreadable',
  'cms-has-content',
  'cms-has-no-signer',
  'cms-has-several-signers',
  'signer-certificate-is-missing',
  'certificate-is-unreadable',
  'key-is-not-rsa',
  'key-is-short',
  'digest-is-unknown',
  'digest-is-old',
  'signature-algorithm-is-unknown',
  'signed-attributes',
  'covered-line-is-missing',
  'covered-line-changed',
  'file-does-not-match',
  'scope-names-twice',
  'scope-name-is-unknown',
  'address-is-not-covered',
  'line-is-there-twice',
  'sensitive-line-is-not-covered',
  'certificate-is-not-yet-valid',
  'certificate-has-expired',
  'certificate-is-for-something-else',
  'publisher-is-not-trusted',
]);
export type SignatureProblemId = z.infer<typeof SignatureProblemId>;

export const SignatureProblem = z.object({
  id: SignatureProblemId,
  /** `broken`: the signature does not hold. `untrusted`: it holds, its publisher does not. `notice`: look at it. */
  severity: z.enum(['broken', 'untrusted', 'notice']),
  found: z.string(),
  /** 1-based, where one line is meant. */
  line: z.number().int().positive().optional(),
});
export type SignatureProblem = z.infer<typeof SignatureProblem>;

export const SignerCertificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  /** SHA-1, upper-case hexadecimal, as Windows shows it. */
  thumbprint: z.string(),
  sha256: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
});
export type SignerCertificate = z.infer<typeof SignerCertificate>;

export const Verification = z.object({
  signed: z.boolean(),
  /** The covered lines are as they were signed. Says nothing of who signed, or of other lines. */
  valid: z.boolean(),
  /** The signature holds, and its certificate is in time, for this purpose, and leads to a trusted root. */
  trusted: z.boolean(),
  /** Whose roots were asked. */
  trustJudgedBy: z.enum(['given-roots', 'roots-of-this-system']),
  signer: SignerCertificate.nullable(),
  /** From the signer to the last certificate found. */
  chain: z.array(z.string()),
  digest: z.string().nullable(),
  /** Names of lines, as the file has them. */
  covered: z.array(z.string()),
  uncovered: z.array(z.string()),
  /** Covered lines that are not what was signed, where that can be told. */
  changed: z.array(
    z.object({ name: z.string(), line: z.number().int().positive(), was: z.string(), is: z.string() }),
  ),
  problems: z.array(SignatureProblem),
});
export type Verification = z.infer<typeof Verification>;
