import { Button, Spinner } from '@fluentui/react-components';
import { DocumentSearch32Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import styles from './NoFile.module.css';
import { words } from './words';

interface NoFileProps {
  readonly isReading: boolean;
  readonly onOpen: () => void;
}

/** Where a file may be dropped; the whole window takes it, this says so. */
export function NoFile({ isReading, onOpen }: NoFileProps): ReactElement {
  return (
    <div className={styles.place}>
      {isReading ? (
        <Spinner label={words.reading} />
      ) : (
        <>
          <DocumentSearch32Regular aria-hidden="true" />
          <p className={styles.title}>{words.drop}</p>
          <p>{words.dropLead}</p>
          <Button appearance="primary" onClick={onOpen}>
            {words.open}
          </Button>
        </>
      )}
    </div>
  );
}
