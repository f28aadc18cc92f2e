import {
  DismissCircle16Filled,
  Info16Regular,
  Warning16Filled,
  Warning16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { ArticleLink } from '../ArticleLink';
import styles from './Findings.module.css';
import { LineLink } from './LineLink';
import { severityWords, words } from './words';

const icons = {
  high: DismissCircle16Filled,
  medium: Warning16Filled,
  low: Warning16Regular,
  info: Info16Regular,
} as const;

interface FindingsProps extends Pick<RdpFileView, 'findings' | 'findingCount'> {
  readonly onShowLine: (line: number) => void;
}

/** What the rules say, the worst first, each with its line and its article. */
export function Findings({ findings, findingCount, onShowLine }: FindingsProps): ReactElement {
  if (findings.length === 0) return <p>{words.noFindings}</p>;
  const more = findingCount - findings.length;
  return (
    <>
      <ul className={styles.findings}>
        {findings.map(({ rule, severity, line, found, help }) => {
          const Icon = icons[severity];
          return (
            <li key={`${rule} ${line} ${found}`} data-severity={severity}>
              <Icon aria-hidden="true" />
              <span className={styles.severity}>{severityWords[severity]}</span>
              <p className={styles.found}>
                {found} <LineLink line={line} onShowLine={onShowLine} /> ·{' '}
                <ArticleLink topic={help}>{words.article}</ArticleLink>
              </p>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p>{words.moreFindings(more)}</p>}
    </>
  );
}
