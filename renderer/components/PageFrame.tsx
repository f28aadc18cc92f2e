import type { ReactElement, ReactNode } from 'react';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page that is not the list: a title, a sentence, and sections that scroll. */
export function PageFrame({ title, lead, children }: PageFrameProps): ReactElement {
  return (
    // It scrolls, so the keyboard must reach it even where nothing in it takes the focus.
    <div className={styles.page} role="region" aria-label={title} tabIndex={0}>
      <div className={styles.column}>
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
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}
