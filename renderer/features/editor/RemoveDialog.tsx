import type { ReactElement } from 'react';
import { LossDialog } from './LossDialog';
import styles from './RemoveDialog.module.css';
import { words } from './words';

/** More is in the list behind it. */
const mostShown = 8;

interface RemoveDialogProps {
  readonly name: string;
  /** What the entries are called that name it. */
  readonly templates: readonly string[];
  readonly profiles: readonly string[];
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asked before a template goes that others name: no file is made of them without it. */
export function RemoveDialog(props: RemoveDialogProps): ReactElement {
  const { name, templates, profiles, onKeep, onRemove } = props;
  const all = [...templates, ...profiles];
  const others = all.length - mostShown;
  return (
    <LossDialog
      title={words.removeTitle(name)}
      keepLabel={words.keepIt}
      loseLabel={words.removeAnyway}
      onKeep={onKeep}
      onLose={onRemove}
    >
      <p>{words.removeBody(templates.length, profiles.length)}</p>
      <ul className={styles.names}>
        {all.slice(0, mostShown).map((one, place) => (
          // Two entries may be called alike.
          <li key={`${place} ${one}`}>{one}</li>
        ))}
        {others > 0 && <li>{words.andMore(others)}</li>}
      </ul>
    </LossDialog>
  );
}
