import { Button, Spinner } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { type ReactElement, useMemo, useState } from 'react';
import type { BatchPlan, BatchRow } from '../../../shared/profiles/batch-view';
import { ErrorPanel } from '../../components/ErrorPanel';
import { OneOf } from '../../components/OneOf';
import { useProfiles } from '../../store/profiles-store';
import { useMediaQuery } from '../../theme';
import { FirstFocus } from './FirstFocus';
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

/** The lines and the file of one: beside them where there is room, else in their place. */
function Plan({ plan }: { readonly plan: BatchPlan }): ReactElement {
  const [only, setOnly] = useState<Only>('all');
  const [chosen, setChosen] = useState<BatchRow | null>(null);
  const [isFileOpen, setFileOpen] = useState(false);
  const isWide = useMediaQuery('(min-width: 900px)');
  const previewRow = useProfiles((state) => state.previewRow);
  const rows = useMemo(() => plan.rows.filter((row) => fits(row, only)), [plan, only]);
  const choose = (row: BatchRow): void => {
    setChosen(row);
    if (row.problem === null) void previewRow(row.line);
  };
  if (!isWide && isFileOpen) return <FileAlone row={chosen} onBack={() => setFileOpen(false)} />;
  return (
    <div className={styles.both}>
      <FirstFocus />
      <PlanRows
        rows={rows}
        chosen={chosen}
        onChoose={choose}
        onOpen={() => setFileOpen(!isWide)}
        head={<PlanHead plan={plan} />}
        bar={
          <div className={styles.bar}>
            <OneOf
              label={words.shown}
              choices={onlies}
              chosen={only}
              textOf={(each) =>
                `${words.only[each]} ${plan.rows.filter((row) => fits(row, each)).length.toLocaleString('en')}`
              }
              onChoose={setOnly}
            />
            {!isWide && (
              <Button
                size="small"
                appearance="subtle"
                disabled={chosen === null}
                onClick={() => setFileOpen(true)}
              >
                {words.showFile}
              </Button>
            )}
          </div>
        }
        foot={plan.rows.length < plan.total && words.cut(plan.rows.length, plan.total)}
      />
      {isWide && <RowFile row={chosen} />}
    </div>
  );
}

interface FileAloneProps {
  readonly row: BatchRow | null;
  readonly onBack: () => void;
}

function FileAlone({ row, onBack }: FileAloneProps): ReactElement {
  return (
    // Esc goes back to where one came from, not out of the step.
    <div
      className={styles.alone}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <FirstFocus />
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeft16Regular />} onClick={onBack}>
          {words.hideFile}
        </Button>
      </div>
      <RowFile row={row} />
    </div>
  );
}

function fits({ problem, warnings }: BatchRow, only: Only): boolean {
  if (only === 'problems') return problem !== null;
  return only === 'all' || (problem === null && warnings.length > 0);
}
