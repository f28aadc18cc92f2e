import type { ReactElement, ReactNode } from 'react';
import styles from './MethodCard.module.css';

interface MethodCardProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body: string;
  /** The buttons; the first one stands in the same place on every card. */
  readonly children: ReactNode;
}

/** One way in. */
export function MethodCard({ icon, title, body, children }: MethodCardProps): ReactElement {
  return (
    <li className={styles.card}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      <div className={styles.actions}>{children}</div>
    </li>
  );
}
