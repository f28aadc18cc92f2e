import type { ReactElement } from 'react';
import styles from './MiddleCut.module.css';

interface MiddleCutProps {
  readonly text: string;
  /** What the tooltip says, where the text is a part of it; null where something else says it. */
  readonly title?: string | null;
  /** How many characters of its end give way last. */
  readonly tail?: number;
}

const tailLength = 8;
/** What fits everywhere is never cut: NetBIOS names, most of all. */
const alwaysFits = 15;

/** A name that gives way in its middle: both ends of a VM's name tell it from its siblings. */
export function MiddleCut({ text, title = text, tail = tailLength }: MiddleCutProps): ReactElement {
  const tooltip = title ?? undefined;
  if (text.length <= alwaysFits)
    return (
      <span className={styles.whole} title={tooltip}>
        {text}
      </span>
    );
  const cut = text.length - tail;
  return (
    <span className={styles.name} title={tooltip}>
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
