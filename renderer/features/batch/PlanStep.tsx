import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useMemo, useState } from 'react';
import type { BatchPlan, BatchRow } from '../../../shared/profiles/batch-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useProfiles } from '../../store/profiles-store';
import { PlanHead } from './PlanHead';
import { PlanRows } from './PlanRows';
import styles from './PlanStep.module.css';
import { RowFile } from './RowFile';
import { StepFrame } from './StepFrame';
import { stepNames, words } from './words';

/** Every line, judged before anything is written: what it becomes, or why it cannot. */
export function PlanStep(): ReactElement {
  const planned = useProfiles((state) => state.planned);
  const isSigned = useProfiles((state) => state.batchInput.isSigned);
  const goToStep = useProfiles((state) => state.goToStep);
  const makePlan = useProfiles((state) => state.makePlan);
  const writeFiles = useProfiles((state) => state.writeFiles);
  const cancel = useProfiles((state) => state.cancelBatch);
  const ready = planned.phase === 'known' ? planned.plan.ready : 0;
  return (
    <StepFrame
      title={stepNames.plan}
      isWhole={planned.phase === 'known'}
      onPrevious={() => goToStep('options')}
      {...(planned.phase === 'known' && {
        next: {
          label: words.write(ready, isSigned),
          isReady: ready > 0,
          onNext: () => void writeFiles(),
          hint: ready > 0 ? words.writeHint : words.nothingReady,
        },
      })}
    >
      {planned.phase === 'making' && (
        <div className={styles.waiting}>
          <Spinner label={words.planning} />
          <Button onClick={() => void cancel()}>{words.cancel}</Button>
        </div>
      )}
      {planned.phase === 'failed' && (
        <ErrorPanel title={words.planFailed} error={planned.error}>
          <Button onClick={() => void makePlan()}>{words.tryAgain}</Button>
        </ErrorPanel>
      )}
      {planned.phase === 'known' && <Plan plan={planned.plan} />}
    </StepFrame>
  );
}

const onlies = ['all', 'problems', 'warnings'] as const;
type Only = (typeof onlies)[number];

function Plan({ plan }: { readonly plan: BatchPlan }): ReactElement {
  const [only, setOnly] = useState<Only>('all');
  const [chosen, setChosen] = useState<BatchRow | null>(null);
  const previewRow = useProfiles((state) => state.previewRow);
  const rows = useMemo(() => plan.rows.filter((row) => fits(row, only)), [plan, only]);
  const choose = (row: BatchRow): void => {
    setChosen(row);
    if (row.problem === null) void previewRow(row.line);
  };
  return (
    <>
      <PlanHead plan={plan} />
      <div className={styles.both}>
        <section className={styles.rows} aria-label={words.planLabel}>
          <div className={styles.only} role="group" aria-label={words.shown}>
            {onlies.map((each) => (
              <button key={each} type="button" aria-pressed={only === each} onClick={() => setOnly(each)}>
                {words.only[each]} {plan.rows.filter((row) => fits(row, each)).length.toLocaleString('en')}
              </button>
            ))}
          </div>
          <PlanRows key={only} rows={rows} chosen={chosen} onChoose={choose} />
          {plan.rows.length < plan.total && (
            <p className={styles.cut}>{words.cut(plan.rows.length, plan.total)}</p>
          )}
        </section>
        <RowFile row={chosen} />
      </div>
    </>
  );
}

function fits({ problem, warnings }: BatchRow, only: Only): boolean {
  if (only === 'problems') return problem !== null;
  return only === 'all' || (problem === null && warnings.length > 0);
}
