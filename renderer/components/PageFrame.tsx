import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly lead: string;
  /** For what stands side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page that is not the list: a title, a sentence, and sections that scroll. */
export function PageFrame({ title, lead, isWide = false, children }: PageFrameProps): ReactElement {
  return (
    // It scrolls, so the keyboard must reach it even where nothing in it takes the focus.
    <div className={styles.page} role="region" aria-label={title} tabIndex={0}>
      <div className={styles.column} data-wide={isWide}>
        <header>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </header>
        {children}
      </div>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.sectionTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
