import type { ReactElement } from 'react';
import styles from './CommandBlock.module.css';
import { CopyButton } from './CopyButton';

interface CommandBlockProps {
  readonly command: string;
  readonly copyLabel: string;
}

/** A command to copy, whole and in order; long ones scroll inside their box. */
export function CommandBlock({ command, copyLabel }: CommandBlockProps): ReactElement {
  return (
    <div className={styles.block}>
      {/* A box that scrolls must be reachable with the keyboard. */}
      <pre className={styles.code} tabIndex={0} aria-label="Command">
        <code>{command}</code>
      </pre>
      <CopyButton label={copyLabel} text={command} />
    </div>
  );
}
