import type { ReactElement } from 'react';
import styles from './MiddleCut.module.css';

interface MiddleCutProps {
  readonly text: string;
}

const tailLength = 8;

/** A name that gives way in its middle: both ends of a VM's name tell it from its siblings. */
export function MiddleCut({ text }: MiddleCutProps): ReactElement {
  const cut = Math.max(Math.ceil(text.length / 2), text.length - tailLength);
  return (
    <span className={styles.name} title={text}>
      <span className={styles.head}>{text.slice(0, cut)}</span>
      <span className={styles.tail}>{text.slice(cut)}</span>
    </span>
  );
}
