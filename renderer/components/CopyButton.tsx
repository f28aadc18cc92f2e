import { Button, type ButtonProps } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import styles from './CopyButton.module.css';
import { useCopy } from './use-copy';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
  /** What it copies, where several of one label stand together. */
  readonly of?: string;
  readonly appearance?: ButtonProps['appearance'];
  readonly size?: ButtonProps['size'];
}

/** Says "Copied" in its own place: the longer of both labels sets the width, so nothing moves. */
export function CopyButton({ label, text, of, appearance, size = 'small' }: CopyButtonProps): ReactElement {
  const { isCopied, copy } = useCopy();
  return (
    <Button
      size={size}
      appearance={appearance ?? 'secondary'}
      icon={isCopied ? <Checkmark16Regular /> : <Copy16Regular />}
      onClick={() => void copy(text)}
      {...(of !== undefined && { 'aria-label': `${label}: ${of}` })}
    >
      <span className={styles.labels}>
        <span className={isCopied ? styles.hidden : undefined}>{label}</span>
        <span className={isCopied ? undefined : styles.hidden} aria-live="polite">
          {isCopied ? 'Copied' : ''}
        </span>
      </span>
    </Button>
  );
}
