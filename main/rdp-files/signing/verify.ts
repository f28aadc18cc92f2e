import { createHash, verify, type X509Certificate } from 'node:crypto';
import type { RdpDocument } from '../../../shared/rdp/parse';
import { readBlob } from '../../../shared/rdp/signature/blob';
import { changedSince } from '../../../shared/rdp/signature/changes';
import { recordsIn } from '../../../shared/rdp/signature/records';
import { signedMessage } from '../../../shared/rdp/signature/signed-message';
import {
  problemsOfLines,
  type SignedPart,
  signatureLinesOf,
  signedPart,
} from '../../../shared/rdp/signature/signed-part';
import type { SignatureProblem, Verification } from '../../../shared/rdp/signature/verification';
import { describeCertificate, nameOf, problemsOfCertificate } from './certificate';
import { buildChain } from './chain';
import { type ReadCms, readCms } from './cms-read';

export interface TrustedRoots {
  readonly judgedBy: Verification['trustJudgedBy'];
  readonly certificates: readonly X509Certificate[];
}

/**
 * Judges the signature of a file: whether its lines are as they were signed, by whom, what is not covered,
 * and whether the signer leads to one of the roots. A malformed signature is a named problem.
 */
export function verifyRdp(document: RdpDocument, roots: TrustedRoots, now = new Date()): Verification {
  const { scope, signature } = signatureLinesOf(document);
  const nothing = nothingSigned(document, roots);
  if (!scope && !signature) return nothing;
  const problems = problemsOfLines(document);
  const part = scope && signedPart(document, scope);
  if (!part || !signature) {
    return { ...nothing, ...listed(part), signed: true, problems: [...problems, ...(part?.problems ?? [])] };
  }
  const base = { ...nothing, ...listed(part), signed: true, problems: [...problems, ...part.problems] };
  const blob = readBlob(signature.value);
  if ('problem' in blob)
    return withProblem(base, { id: blob.problem, severity: 'broken', found: blob.found });
  const cms = readCms(blob.der);
  if ('id' in cms) return withProblem(base, cms);
  return judged(base, cms, document, part, roots, now);
}

function judged(
  base: Verification,
  cms: ReadCms,
  document: RdpDocument,
  part: SignedPart,
  roots: TrustedRoots,
  now: Date,
): Verification {
  const holds = (message: string) => isSignatureOf(Buffer.from(message, 'utf16le'), cms);
  const valid = [part.records.map(({ text }) => text), part.records.map(({ written }) => written)].some(
    (records) => holds(signedMessage(records, part.scopeLine)),
  );
  const changed = valid ? [] : changedSince(part, recordsIn(document), holds);
  const chain = buildChain(cms.certificate, cms.certificates, roots.certificates, now);
  const certificateProblems = problemsOfCertificate(cms.certificate, now);
  const isUsable = certificateProblems.every(({ id }) => id === 'key-is-short');
  return {
    ...base,
    valid,
    trusted: valid && chain.isTrusted && isUsable,
    signer: describeCertificate(cms.certificate),
    chain: chain.certificates.map(nameOf),
    digest: cms.digest,
    changed,
    problems: [
      ...problemsOfMessage(valid, changed),
      ...base.problems,
      ...problemsOfMethod(cms),
      ...certificateProblems,
      ...(chain.isTrusted ? [] : [untrusted(cms.certificate, chain.because)]),
    ],
  };
}

/** Whether the signature was made over these bytes by the certificate's key. */
function isSignatureOf(
  message: Uint8Array,
  { certificate, digest, signature, attributes }: ReadCms,
): boolean {
  if (attributes && !createHash(digest).update(message).digest().equals(attributes.messageDigest))
    return false;
  try {
    return verify(digest, attributes?.covered ?? message, certificate.publicKey, signature);
  } catch {
    // A key that OpenSSL refuses verifies nothing.
    return false;
  }
}

function problemsOfMessage(valid: boolean, changed: Verification['changed']): SignatureProblem[] {
  if (valid) return [];
  if (changed.length === 0) {
    return [
      {
        id: 'file-does-not-match',
        severity: 'broken',
        found: 'A covered line was changed after signing, or the signature is of another file.',
      },
    ];
  }
  return changed.map(({ name, line, was, is }) => ({
    id: 'covered-line-changed',
    severity: 'broken',
    line,
    found: `“${name}” was “${was}” when the file was signed, and is “${is}” now.`,
  }));
}

function problemsOfMethod({ digest, attributes }: ReadCms): SignatureProblem[] {
  return [
    ...(digest === 'sha1' || digest === 'md5'
      ? [
          {
            id: 'digest-is-old' as const,
            severity: 'notice' as const,
            found: `The signature uses ${digest === 'sha1' ? 'SHA-1' : 'MD5'}, which can be forged. Sign the file again.`,
          },
        ]
      : []),
    ...(attributes
      ? [
          {
            id: 'signed-attributes' as const,
            severity: 'notice' as const,
            found:
              "The signature covers attributes beside the text, which Windows' own signer does not write.",
          },
        ]
      : []),
  ];
}

function untrusted(certificate: X509Certificate, because: string): SignatureProblem {
  return {
    id: 'publisher-is-not-trusted',
    severity: 'untrusted',
    found: `${nameOf(certificate)} is not trusted here: ${because}.`,
  };
}

function nothingSigned(document: RdpDocument, { judgedBy }: TrustedRoots): Verification {
  const names = recordsIn(document).map(({ name }) => name);
  return {
    signed: false,
    valid: false,
    trusted: false,
    trustJudgedBy: judgedBy,
    signer: null,
    chain: [],
    digest: null,
    covered: [],
    uncovered: [...new Set(names)],
    changed: [],
    problems: [],
  };
}

function listed(part: SignedPart | null): Pick<Verification, 'covered' | 'uncovered'> | undefined {
  return part ? { covered: [...part.covered], uncovered: [...part.uncovered] } : undefined;
}

function withProblem(base: Verification, problem: SignatureProblem): Verification {
  return { ...base, problems: [problem, ...base.problems] };
}
