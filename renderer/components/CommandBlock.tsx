import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import styles from './CommandBlock.module.css';
import { useCopy } from './use-copy';

interface CommandBlockProps {
  readonly command: string;
  readonly copyLabel: string;
}

/** A command to copy, whole and in order, from the corner of its block; long ones scroll inside it. */
export function CommandBlock({ command, copyLabel }: CommandBlockProps): ReactElement {
  const { isCopied, copy } = useCopy();
  const label = isCopied ? 'Copied' : copyLabel;
  return (
    <div className={styles.block}>
      {/* A box that scrolls must be reachable with the keyboard. */}
      <pre className={styles.code} tabIndex={0} aria-label="Command">
        <code>{command}</code>
      </pre>
      <Button
        className={styles.copy ?? ''}
        size="small"
        appearance="subtle"
        aria-label={label}
        title={label}
        icon={isCopied ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={() => void copy(command)}
      />
      <span className="visually-hidden" role="status">
        {isCopied ? 'Copied' : ''}
      </span>
    </div>
  );
}
