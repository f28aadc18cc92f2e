import type { ReactElement } from 'react';
import type { BatchRow } from '../../../shared/profiles/batch-view';
import { CopyButton } from '../../components/CopyButton';
import { Section } from '../../components/PageFrame';
import styles from './FailedRows.module.css';
import { words } from './words';

/** More is in the manifest: nobody reads a thousand lines on a page. */
const mostShown = 200;
/** What fits on the clipboard's call. */
const longestCopy = 99_000;

interface FailedRowsProps {
  readonly title: string;
  readonly rows: readonly BatchRow[];
}

/** Lines that became no file, each with its own reason. */
export function FailedRows({ title, rows }: FailedRowsProps): ReactElement {
  const text = rows.map(({ line, vm, user, problem }) => `${line}\t${vm}\t${user ?? ''}\t${problem ?? ''}`);
  return (
    <Section title={title}>
      <ul className={styles.rows}>
        {rows.slice(0, mostShown).map(({ line, vm, user, problem }) => (
          <li key={`${line} ${vm} ${user}`}>
            <span className={styles.line}>{line}</span>
            <span>
              <strong>{vm}</strong> {user && <span className={styles.user}>{user}</span>}
              <br />
              {problem}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <CopyButton label={words.copyProblems} text={text.join('\n').slice(0, longestCopy)} />
      </div>
    </Section>
  );
}
