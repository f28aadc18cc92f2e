import type { Verification } from '../../../shared/rdp/signature/verification';
import type { Output } from '../output';

/** What `rdp verify` tells a person: integrity, publisher and reach are three answers, and stand apart. */
export function verificationText(verification: Verification, paint: Output['paint']): string {
  const { signed, signer, chain, covered, uncovered, digest, problems } = verification;
  if (!signed) return paint('yellow', 'Not signed. Anybody may have written or changed this file.');
  return [
    integrityOf(verification, paint),
    trustOf(verification, paint),
    ...(signer
      ? [
          '',
          `Signer      ${signer.subject}`,
          `Issuer      ${signer.issuer}`,
          `Valid       ${signer.validFrom.slice(0, 10)} to ${signer.validTo.slice(0, 10)}`,
          `Thumbprint  ${signer.thumbprint} (SHA-1)`,
          `            ${signer.sha256} (SHA-256)`,
          `Chain       ${chain.join(' < ')}`,
          `Digest      ${digest ?? 'unknown'}`,
        ]
      : []),
    '',
    `Covered     ${covered.join(', ') || 'nothing'}`,
    `Not covered ${uncovered.join(', ') || 'nothing'}`,
    ...(problems.length > 0
      ? ['', ...problems.map(({ severity, found }) => `${marks[severity]} ${found}`)]
      : []),
  ].join('\n');
}

const marks = { broken: '✕', untrusted: '?', notice: '!' } as const;

function integrityOf({ valid }: Verification, paint: Output['paint']): string {
  return valid
    ? paint('green', 'Unchanged: the covered lines are as they were signed.')
    : paint('red', 'Not unchanged: the signature does not hold.');
}

function trustOf({ valid, trusted, trustJudgedBy }: Verification, paint: Output['paint']): string {
  const roots = trustJudgedBy === 'given-roots' ? 'the roots that were given' : 'the roots of this system';
  if (trusted) return paint('green', `Trusted: the signer leads to one of ${roots}.`);
  return valid ? paint('yellow', `Not trusted by ${roots}.`) : paint('red', 'Not trusted.');
}
