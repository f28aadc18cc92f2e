import type { ReactElement } from 'react';
import styles from './SkeletonRows.module.css';

const rows = Array.from({ length: 16 }, (_, index) => index);

/** Rows in their final size, before there is anything to put into them. */
export function SkeletonRows(): ReactElement {
  return (
    <div className={styles.rows} aria-hidden="true">
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
