import { ErrorCircle20Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { AppError } from '../../shared/errors/app-error';
import { ArticleLink } from './ArticleLink';
import styles from './ErrorPanel.module.css';

interface ErrorPanelProps {
  readonly title: string;
  readonly error: AppError;
  /** What to do about it: buttons. */
  readonly children?: ReactNode;
}

/** One of our failures: what was tried, what stopped it, what to do, and a code to give to support. */
export function ErrorPanel({ title, error, children }: ErrorPanelProps): ReactElement {
  return (
    <div className={styles.panel} role="alert">
      <ErrorCircle20Regular aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p>{error.message}</p>
        {error.missing && <p>What is missing: {error.missing}</p>}
        <p className={styles.foot}>
          <span>
            Code for support: <code>{error.code}</code>
          </span>
          {error.help && <ArticleLink topic={error.help}>What to do</ArticleLink>}
        </p>
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}
