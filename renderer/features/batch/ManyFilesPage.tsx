import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { BatchSlice } from '../../store/batch-slice';
import { useProfiles } from '../../store/profiles-store';
import { FirstFocus } from './FirstFocus';
import styles from './ManyFilesPage.module.css';
import { OptionsStep } from './OptionsStep';
import { PlanStep } from './PlanStep';
import { RunStep } from './RunStep';
import { SourceStep } from './SourceStep';
import { Stepper } from './Stepper';
import { SummaryStep } from './SummaryStep';
import { useBackKey } from './use-back-key';
import { words } from './words';

const steps = {
  source: SourceStep,
  options: OptionsStep,
  plan: PlanStep,
  run: RunStep,
  summary: SummaryStep,
} as const;

/** Changes wherever another thing is asked or told. */
function momentOf({ batchStep, batchInput: { csv }, planned, written }: BatchSlice): string {
  return [batchStep, csv?.name, planned.phase, written.phase].join(' ');
}

/** Many files at once: for whom, how, looked through, written. */
export function ManyFilesPage(): ReactElement {
  const step = useProfiles((state) => state.batchStep);
  const moment = useProfiles(momentOf);
  const goTo = useProfiles((state) => state.goTo);
  const Step = steps[step];
  useBackKey();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={words.back}
          title={`${words.back} (Esc)`}
          onClick={() => goTo({ kind: 'library' })}
        />
        <h1 className={styles.title}>{words.title}</h1>
        <Stepper step={step} />
      </header>
      <div className={styles.step} data-step={step}>
        <FirstFocus key={moment} />
        <Step />
      </div>
    </div>
  );
}
