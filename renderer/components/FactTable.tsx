import type { ReactElement, ReactNode } from 'react';
import styles from './FactTable.module.css';

export type FactRow = readonly [name: string, value: ReactNode];

/** Names and values, one a line. */
export function FactTable({ rows }: { readonly rows: readonly FactRow[] }): ReactElement {
  return (
    <dl className={styles.table}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
