import { Checkmark12Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { type BatchStep, batchSteps } from '../../store/batch-slice';
import styles from './Stepper.module.css';
import { stepNames, words } from './words';

/** Where one is among the steps. */
export function Stepper({ step }: { readonly step: BatchStep }): ReactElement {
  const here = batchSteps.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={words.steps}>
      {batchSteps.map((each, index) => (
        <li key={each} aria-current={index === here ? 'step' : undefined} data-done={index < here}>
          <span className={styles.number} aria-hidden="true">
            {index < here ? <Checkmark12Regular /> : index + 1}
          </span>
          <span className={styles.name}>{stepNames[each]}</span>
          {index < here && <span className="visually-hidden"> {words.done}</span>}
        </li>
      ))}
    </ol>
  );
}
