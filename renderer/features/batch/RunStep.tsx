import { Button, ProgressBar } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import type { Written } from '../../store/batch-slice';
import { useProfiles } from '../../store/profiles-store';
import { FailedRows } from './FailedRows';
import styles from './RunStep.module.css';
import { StepFrame } from './StepFrame';
import { stepNames, words } from './words';

/** The files are being written; what is written already stays when it is stopped. */
export function RunStep(): ReactElement {
  const written = useProfiles((state) => state.written);
  const goToStep = useProfiles((state) => state.goToStep);
  const writeFiles = useProfiles((state) => state.writeFiles);
  const isWriting = written.phase === 'writing';
  return (
    <StepFrame title={stepNames.run} onPrevious={isWriting ? undefined : () => goToStep('plan')}>
      {written.phase === 'failed' && (
        <ErrorPanel title={words.writeFailed} error={written.error}>
          <Button onClick={() => void writeFiles()}>{words.tryAgain}</Button>
        </ErrorPanel>
      )}
      {isWriting && <Progress written={written} />}
    </StepFrame>
  );
}

type Writing = Extract<Written, { phase: 'writing' }>;

function Progress({ written }: { readonly written: Writing }): ReactElement {
  const isSigned = useProfiles((state) => state.batchInput.isSigned);
  const cancel = useProfiles((state) => state.cancelBatch);
  const { done, total, problems, isCancelling } = written;
  return (
    <>
      <div className={styles.progress}>
        <p className={styles.title} role="status">
          {total === null ? words.asking(isSigned) : isCancelling ? words.cancelling : words.writing}
        </p>
        <ProgressBar
          aria-label={words.writing}
          {...(total !== null && { value: done, max: Math.max(total, 1) })}
        />
        <div className={styles.line}>
          <p className={styles.count}>{total !== null && words.progress(done, total)}</p>
          {total !== null && (
            <Button disabled={isCancelling} onClick={() => void cancel()}>
              {words.cancel}
            </Button>
          )}
        </div>
      </div>
      {problems.length > 0 && <FailedRows title={words.problemsSoFar} rows={problems} />}
    </>
  );
}
