import { ProgressBar } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Report } from '../../../shared/preflight/report';
import type { Status } from '../../../shared/preflight/verdict';
import { StatusIcon } from '../../components/StatusIcon';
import type { PreflightState } from '../../store/preflight-slice';
import styles from './Answer.module.css';
import { words } from './words';

/** In characters. What is longer is read, not glanced at. */
const longestInLarge = 70;

interface AnswerProps {
  readonly preflight: PreflightState | null;
}

/** The one sentence, in a place that is as high while it is not known yet. */
export function Answer({ preflight }: AnswerProps): ReactElement {
  const report = preflight?.phase === 'done' ? preflight.report : null;
  return (
    <div className={styles.answer} role="status">
      {report ? (
        <p className={styles.sentence} data-long={report.headline.length > longestInLarge}>
          <StatusIcon status={statusOf(report)} />
          <span>{report.headline}</span>
        </p>
      ) : preflight?.phase === 'failed' ? null : (
        <Progress preflight={preflight} />
      )}
    </div>
  );
}

function Progress({ preflight }: AnswerProps): ReactElement {
  const isCounting = preflight?.phase === 'running' && preflight.total !== null;
  const done = preflight?.phase === 'running' ? preflight.results.size : 0;
  const total = isCounting ? preflight.total : 0;
  return (
    <div className={styles.progress}>
      <p className={styles.sentence}>{words.checking}</p>
      <ProgressBar
        className={styles.bar ?? ''}
        aria-label={words.checking}
        {...(isCounting && { value: done, max: Math.max(total, 1) })}
      />
      <p className={styles.count}>{isCounting ? words.progress(done, total) : ' '}</p>
    </div>
  );
}

/** A way that is left open beside a fault is no all-clear, nor is one to a VM that could not be looked at. */
function statusOf({ recommended, routes, cause, results }: Report): Status {
  if (recommended === null) return 'fail';
  const isVmUnseen = results.find(({ id }) => id === 'vm-runs-windows')?.status === 'unknown';
  if (isVmUnseen || routes.find(({ id }) => id === recommended)?.state === 'unknown') return 'unknown';
  return cause === null ? 'pass' : 'warn';
}
