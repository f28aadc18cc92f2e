import { Button } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useCopy } from '../../components/use-copy';
import styles from './CopyAsked.module.css';
import { words } from './words';

interface CopyAskedProps {
  readonly label: string;
  readonly icon: ReactElement;
  /** For what few people look for: its label is then its tooltip. */
  readonly isIconOnly?: boolean;
  /** What is copied: main makes it when it is asked for. */
  readonly ask: () => Promise<string>;
  /** Runs the copying, and tells what stopped it. */
  readonly onCopy: (copy: () => Promise<null>) => void;
}

/** Says "Copied" in its own place: the longer of both labels sets the width, so nothing moves. */
export function CopyAsked(props: CopyAskedProps): ReactElement {
  const { label, icon, isIconOnly = false, ask, onCopy } = props;
  const { isCopied, copy } = useCopy();
  const told = isCopied ? words.copied : label;
  return (
    <Button
      appearance="subtle"
      icon={isCopied ? <Checkmark20Regular /> : icon}
      {...(isIconOnly && { 'aria-label': told, title: told })}
      onClick={() =>
        onCopy(async () => {
          await copy(await ask());
          return null;
        })
      }
    >
      {!isIconOnly && (
        <span className={styles.labels}>
          <span className={isCopied ? styles.hidden : undefined}>{label}</span>
          <span className={isCopied ? undefined : styles.hidden} aria-live="polite">
            {isCopied ? words.copied : ''}
          </span>
        </span>
      )}
    </Button>
  );
}
