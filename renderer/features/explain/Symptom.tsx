import type { ReactElement } from 'react';
import type { ExplainedSymptom } from '../../../shared/troubleshoot/symptom';
import { ArticleLink } from '../../components/ArticleLink';
import { ExternalLink } from '../../components/ExternalLink';
import styles from './ExplainPage.module.css';
import { words } from './words';

/** What one code or message means, and what to do. */
export function Symptom({ symptom }: { readonly symptom: ExplainedSymptom }): ReactElement {
  const { cause, remedy, help, source } = symptom;
  return (
    <section className={styles.symptom}>
      <p className={styles.cause}>{cause}</p>
      <p>
        <strong>{words.remedy}:</strong> {remedy}
      </p>
      <p className={styles.foot}>
        {help && <ArticleLink topic={help} />}
        {source?.startsWith('https://') && <ExternalLink url={source}>{words.source}</ExternalLink>}
        {source && !source.startsWith('https://') && <span>{source}</span>}
      </p>
    </section>
  );
}
