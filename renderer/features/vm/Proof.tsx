import type { ReactElement } from 'react';
import type { CheckResult } from '../../../shared/preflight/report';
import { ArticleLink } from '../../components/ArticleLink';
import { ExternalLink } from '../../components/ExternalLink';
import { clockTime } from '../../components/time';
import styles from './Proof.module.css';
import { words } from './words';

interface ProofProps {
  readonly result: CheckResult;
  readonly judgedAt: string | null;
}

/** When it was seen, our article about it, and the text it is judged by with the date of that text. */
export function Proof({ result, judgedAt }: ProofProps): ReactElement {
  return (
    <p className={styles.proof}>
      {judgedAt && <span>{words.whyWeThinkSo(clockTime(judgedAt))}</span>}
      <ArticleLink topic={result.help}>{words.article}</ArticleLink>
      <ExternalLink url={result.source.url}>{words.source(result.source.asOf)}</ExternalLink>
      <code>{result.id}</code>
    </p>
  );
}
