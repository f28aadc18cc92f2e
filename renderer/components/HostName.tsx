import type { ReactElement } from 'react';
import styles from './HostName.module.css';
import { MiddleCut } from './MiddleCut';

/** A host name, whose domain gives way first: computers of one place differ in what stands before it. */
export function HostName({ name }: { readonly name: string }): ReactElement {
  const end = /^[\d.:]+$/.test(name) ? -1 : name.indexOf('.');
  if (end < 0) return <MiddleCut text={name} />;
  return (
    <span className={styles.host} title={name}>
      {/* Read out, and found, as one word. */}
      <span className="visually-hidden">{name}</span>
      <span className={styles.label} aria-hidden="true">
        <MiddleCut text={name.slice(0, end)} title={name} />
      </span>
      <span className={styles.domain} aria-hidden="true">
        {name.slice(end)}
      </span>
    </span>
  );
}
