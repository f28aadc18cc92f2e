import { Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { CheckResult } from '../../../shared/preflight/report';
import type { Status } from '../../../shared/preflight/verdict';
import { CopyButton } from '../../components/CopyButton';
import { StatusIcon } from '../../components/StatusIcon';
import { CheckRow } from './CheckRow';
import styles from './Fold.module.css';
import { words } from './words';

interface FoldProps {
  readonly status: Status;
  readonly line: string;
  readonly results: readonly CheckResult[];
  readonly judgedAt: string | null;
  /** The message that would settle them all. */
  readonly request: string | null;
}

/** Several checks of one kind in one line, which opens to show them. */
export function Fold({ status, line, results, judgedAt, request }: FoldProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <div className={styles.line}>
        <StatusIcon status={status} />
        <span className={styles.words}>{line}</span>
        {request && <CopyButton label={words.askOnce} text={request} />}
        <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      </div>
      {isOpen && (
        <ul>
          {results.map((result) => (
            <CheckRow key={result.id} id={result.id} result={result} judgedAt={judgedAt} recommended={null} />
          ))}
        </ul>
      )}
    </div>
  );
}
