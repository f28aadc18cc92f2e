import { Button } from '@fluentui/react-components';
import { ArrowDownload24Regular, DocumentCopy24Regular, DocumentEdit24Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { useProfiles } from '../../store/profiles-store';
import styles from './EmptyLibrary.module.css';
import { words } from './words';

/** An empty library: what it is good for, and three doors. */
export function EmptyLibrary(): ReactElement {
  const newEntry = useProfiles((state) => state.newEntry);
  const goTo = useProfiles((state) => state.goTo);
  const planImport = useProfiles((state) => state.planImport);
  return (
    <div className={styles.empty}>
      <div className={styles.words}>
        <h2 className={styles.title}>{words.emptyTitle}</h2>
        <p>{words.emptyLead}</p>
      </div>
      <div className={styles.doors}>
        <Door icon={<DocumentEdit24Regular />} title={words.doorTemplate} body={words.doorTemplateBody}>
          <Button appearance="primary" onClick={() => newEntry('template')}>
            {words.newTemplate}
          </Button>
        </Door>
        <Door icon={<ArrowDownload24Regular />} title={words.doorImport} body={words.doorImportBody}>
          <Button onClick={() => void planImport('files')}>{words.importFilesShort}</Button>
          <Button onClick={() => void planImport('folder')}>{words.importFolderShort}</Button>
        </Door>
        <Door icon={<DocumentCopy24Regular />} title={words.doorMany} body={words.doorManyBody}>
          <Button onClick={() => goTo({ kind: 'many-files' })}>{words.doorManyDeed}</Button>
        </Door>
      </div>
    </div>
  );
}

interface DoorProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly children: ReactNode;
}

function Door({ icon, title, body, children }: DoorProps): ReactElement {
  return (
    <section className={styles.door} aria-label={title}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h3 className={styles.doorTitle}>{title}</h3>
      <p className={styles.body}>{body}</p>
      <div className={styles.deeds}>{children}</div>
    </section>
  );
}
