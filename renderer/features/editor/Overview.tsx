import { memo, type ReactElement } from 'react';
import { Section } from '../../components/PageFrame';
import { useEditor } from './editor-context';
import styles from './Overview.module.css';
import { ProfileForm } from './ProfileForm';
import { SharingChoices } from './SharingChoices';
import { TemplateForm } from './TemplateForm';
import { words } from './words';

/** The first view of an entry: what it asks the PC to share, and whom or where it is for. */
export const Overview = memo(function Overview(): ReactElement {
  const { entry } = useEditor();
  return (
    // A box that scrolls must be reachable with the keyboard.
    <div className={styles.overview} role="region" aria-label={words.overview} tabIndex={0}>
      {entry.kind === 'profile' && <ProfileForm profile={entry} />}
      <Section title={words.sharing}>
        <p className={styles.lead}>{words.sharingLead}</p>
        <SharingChoices />
      </Section>
      {entry.kind === 'template' && <TemplateForm template={entry} />}
      {entry.importedFrom && (
        <p className={styles.lead}>
          {words.importedFrom} {entry.importedFrom.place}
        </p>
      )}
    </div>
  );
});
