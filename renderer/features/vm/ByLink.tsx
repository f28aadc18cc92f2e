import { Link16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import styles from './ByLink.module.css';
import { words } from './words';

/** Why this VM came into view, and that nothing has happened yet. */
export function ByLink(): ReactElement {
  return (
    <p className={styles.line} role="status">
      <Link16Regular aria-hidden="true" />
      {words.byLink}
    </p>
  );
}
