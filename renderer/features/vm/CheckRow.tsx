import { ChevronDown16Regular, ChevronRight16Regular, Circle16Regular } from '@fluentui/react-icons';
import { memo, type ReactElement, useId, useState } from 'react';
import type { CheckId } from '../../../shared/preflight/check-id';
import type { CheckResult } from '../../../shared/preflight/report';
import type { Route } from '../../../shared/preflight/route';
import { StatusIcon, statusWords } from '../../components/StatusIcon';
import { useApp } from '../../store/store';
import styles from './CheckRow.module.css';
import { Proof } from './Proof';
import { Remedies } from './Remedies';
import { tellingStatus } from './telling-status';
import { sentenceOf, words } from './words';

interface CheckRowProps {
  readonly id: CheckId;
  /** Undefined until its verdict is there. */
  readonly result: CheckResult | undefined;
  readonly judgedAt: string | null;
  readonly recommended: Route | null;
}

/** One check, one line; what was found, its remedy and its source open below it. */
export const CheckRow = memo(function CheckRow(props: CheckRowProps): ReactElement {
  const { id, result, judgedAt, recommended } = props;
  const [isOpen, setOpen] = useState(false);
  const selectCheck = useApp((state) => state.selectCheck);
  const detailsId = useId();

  if (!result) {
    return (
      <li className={styles.waiting}>
        <Circle16Regular aria-hidden="true" />
        <span className={styles.title}>{sentenceOf(id)}</span>
      </li>
    );
  }
  const status = tellingStatus(result, recommended);
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <li className={styles.item} data-status={status}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={() => setOpen(!isOpen)}
        onFocus={() => selectCheck(id)}
      >
        <StatusIcon status={status === 'other-way' ? 'skip' : status} />
        <span className={styles.title} title={result.title}>
          {result.title}
        </span>
        <span className={styles.found}>{isOpen ? '' : (result.found ?? result.because)}</span>
        <span className={styles.word}>{status === 'other-way' ? words.otherWay : statusWords[status]}</span>
        <Chevron aria-hidden="true" />
      </button>
      {isOpen && (
        <div id={detailsId} className={styles.details}>
          <p>{result.found ?? result.because}</p>
          {result.missing && <p>What would let us look: {result.missing}</p>}
          <Remedies remedies={result.remedies} />
          <Proof result={result} judgedAt={judgedAt} />
        </div>
      )}
    </li>
  );
});
