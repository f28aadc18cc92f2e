import type { ReactElement } from 'react';
import styles from './MiddleCut.module.css';

interface MiddleCutProps {
  readonly text: string;
  /** What the tooltip says, where the text is a part of it. */
  readonly title?: string;
}

const tailLength = 8;
/** What fits everywhere is never cut: NetBIOS names, most of all. */
const alwaysFits = 15;

/** A name that gives way in its middle: both ends of a VM's name tell it from its siblings. */
export function MiddleCut({ text, title = text }: MiddleCutProps): ReactElement {
  if (text.length <= alwaysFits)
    return (
      <span className={styles.whole} title={title}>
        {text}
      </span>
    );
  const cut = text.length - tailLength;
  return (
    <span className={styles.name} title={title}>
      {/* Read out, and found, as one word. */}
      <span className="visually-hidden">{text}</span>
      <span className={styles.head} aria-hidden="true">
        {text.slice(0, cut)}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {text.slice(cut)}
      </span>
    </span>
  );
}
