import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import styles from './StepFrame.module.css';
import { words } from './words';

interface StepFrameProps {
  readonly title: string;
  /** Null on the way that has none. */
  readonly onPrevious?: (() => void) | undefined;
  readonly next?: {
    readonly label: string;
    readonly isReady: boolean;
    readonly onNext: () => void;
    /** Beside the button: what it will do, or why it cannot. */
    readonly hint?: string | undefined;
  };
  /** It fills the step and scrolls by itself. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

/** One step: what is asked, and the way on and back. Enter goes on. */
export function StepFrame({
  title,
  onPrevious,
  next,
  isWhole = false,
  children,
}: StepFrameProps): ReactElement {
  return (
    <form
      className={styles.frame}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (next?.isReady) next.onNext();
      }}
    >
      {isWhole ? (
        // Another element than the one below, which lets go of the focus.
        <div key="whole" className={styles.whole}>
          {children}
        </div>
      ) : (
        // It scrolls, so the keyboard must reach it even where nothing in it takes the focus.
        <div key="scroller" className={styles.scroller} role="region" aria-label={title} tabIndex={0}>
          <div className={styles.column}>{children}</div>
        </div>
      )}
      {(onPrevious || next) && (
        <footer className={styles.foot}>
          {onPrevious && <Button onClick={onPrevious}>{words.previous}</Button>}
          <p className={styles.hint}>{next?.hint}</p>
          {next && (
            <Button type="submit" appearance="primary" disabled={!next.isReady}>
              {next.label}
            </Button>
          )}
        </footer>
      )}
    </form>
  );
}
