import { Button } from '@fluentui/react-components';
import { Info16Regular, ShieldCheckmark16Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { ForetoldFile } from '../../../shared/launch/foretold-file';
import { usedFileSentence } from '../../../shared/launch/used-file-words';
import { OpeningDialog } from '../../components/rdp-view/OpeningDialog';
import { StatusIcon } from '../../components/StatusIcon';
import styles from './Foretold.module.css';
import { foretoldWords as words } from './words';

/** One line on what Windows asks before the file opens, which opens to the dialog box by box. */
export function Foretold({ foretold }: { readonly foretold: ForetoldFile }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { asksHere, dialog, profile, passedOver } = foretold;
  const boxes = dialog.boxes.map(({ box }) => box);
  const Icon = profile ? ShieldCheckmark16Regular : Info16Regular;
  return (
    <section className={styles.foretold} aria-label={words.title}>
      {profile && <p>{usedFileSentence(profile)}</p>}
      {[...(profile?.notes ?? []), ...passedOver].map((note) => (
        <p key={note} className={styles.note}>
          <StatusIcon status="warn" />
          {note}
        </p>
      ))}
      <div className={styles.line}>
        <Icon aria-hidden="true" />
        <h2 className={styles.words}>{asksHere ? words.asks(boxes) : words.asksElsewhere(boxes)}</h2>
        <Button
          className={styles.button ?? ''}
          size="small"
          appearance="transparent"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.show}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.dialog}>
          <OpeningDialog view={foretold} />
        </div>
      )}
    </section>
  );
}
