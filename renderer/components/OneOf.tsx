import type { ReactElement, ReactNode } from 'react';
import styles from './OneOf.module.css';

interface OneOfProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
  readonly textOf: (choice: Choice) => ReactNode;
  readonly onChoose: (choice: Choice) => void;
}

/** One of a few, all of them in view. */
export function OneOf<Choice extends string>(props: OneOfProps<Choice>): ReactElement {
  const { label, choices, chosen, textOf, onChoose } = props;
  return (
    <div className={styles.choices} role="group" aria-label={label}>
      {choices.map((each) => (
        <button key={each} type="button" aria-pressed={each === chosen} onClick={() => onChoose(each)}>
          {textOf(each)}
        </button>
      ))}
    </div>
  );
}
