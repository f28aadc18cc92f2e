import type { ReactElement } from 'react';
import { signerName } from '../../../shared/rdp/signature/signer-name';
import type { Verification } from '../../../shared/rdp/signature/verification';
import { FactTable } from '../../components/FactTable';
import { words as viewWords } from '../../components/rdp-view/words';
import { StatusIcon } from '../../components/StatusIcon';
import { wholeTime } from '../../components/time';
import styles from './Signature.module.css';
import { signatureWords, words } from './words';

/** Who signed the file, whether that holds, and which lines it speaks for. */
export function Signature({ verification }: { readonly verification: Verification | null }): ReactElement {
  if (!verification) return <p>{words.notSigned}</p>;
  const { signer, changed, problems, covered, uncovered } = verification;
  const { status, sentence } = judgedBy(verification);
  return (
    <>
      <p className={styles.judged}>
        <StatusIcon status={status} />
        {sentence}
      </p>
      {(problems.length > 0 || changed.length > 0) && (
        <ul className={styles.problems}>
          {changed.map(({ name, line, was, is }) => (
            <li key={`${name} ${line}`}>{signatureWords.changed(name, was, is)}</li>
          ))}
          {problems.map(({ id, found }) => (
            <li key={`${id} ${found}`}>{found}</li>
          ))}
        </ul>
      )}
      <FactTable
        rows={[
          ...(signer
            ? ([
                [signatureWords.signer, signer.subject],
                [signatureWords.issuer, signer.issuer],
                [signatureWords.validTo, wholeTime(signer.validTo)],
                [signatureWords.thumbprint, <code key="thumbprint">{signer.thumbprint}</code>],
              ] as const)
            : []),
          [signatureWords.covered, named(covered)],
          [signatureWords.uncovered, named(uncovered)],
        ]}
      />
    </>
  );
}

function judgedBy(verification: Verification): {
  readonly status: 'pass' | 'warn' | 'fail';
  readonly sentence: string;
} {
  const name = signerName(verification) ?? viewWords.unknownPublisher;
  if (!verification.valid) return { status: 'fail', sentence: signatureWords.broken };
  return verification.trusted
    ? { status: 'pass', sentence: signatureWords.trusted(name) }
    : { status: 'warn', sentence: signatureWords.untrusted(name) };
}

function named(lines: readonly string[]): string {
  return lines.length === 0 ? signatureWords.nothing : `${lines.length}: ${lines.join(', ')}`;
}
