import {
  CheckboxUnchecked16Regular,
  ShieldCheckmark20Regular,
  Warning20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { signerName } from '../../../shared/rdp/signature/signer-name';
import { ArticleLink } from '../ArticleLink';
import { LineLink } from './LineLink';
import styles from './OpeningDialog.module.css';
import { words } from './words';

interface OpeningDialogProps {
  readonly view: Pick<RdpFileView, 'dialog' | 'leadsTo' | 'verification'>;
  /** Where there is a text beside it to show the line in. */
  readonly onShowLine?: (line: number) => void;
}

/** The dialog Windows will show for this very file, foretold. */
export function OpeningDialog({ view, onShowLine }: OpeningDialogProps): ReactElement {
  const { dialog, leadsTo, verification } = view;
  const Icon = dialog.isSigned ? ShieldCheckmark20Regular : Warning20Regular;
  return (
    <>
      <p>
        {words.dialogLead} <ArticleLink topic="rdp-opening-dialog">{words.article}</ArticleLink>
      </p>
      <div className={styles.dialog}>
        <h3 className={styles.title}>
          <Icon aria-hidden="true" />
          {dialog.isSigned ? words.knownTitle : words.unknownTitle}
        </h3>
        <dl className={styles.facts}>
          <dt>{words.publisher}</dt>
          <dd>{(dialog.isSigned && signerName(verification)) || words.unknownPublisher}</dd>
          <dt>{words.remoteComputer}</dt>
          <dd>{leadsTo?.host ?? words.noComputer}</dd>
        </dl>
        {dialog.boxes.length === 0 ? (
          <p>{words.asksNothing}</p>
        ) : (
          <>
            <p>{words.asks}</p>
            <ul className={styles.boxes}>
              {dialog.boxes.map(({ box, line }) => (
                <li key={box}>
                  <CheckboxUnchecked16Regular aria-hidden="true" />
                  <span>{box}</span>
                  {onShowLine && <LineLink line={line} onShowLine={onShowLine} />}
                </li>
              ))}
            </ul>
            <p className={styles.note}>{words.unticked}</p>
          </>
        )}
      </div>
    </>
  );
}
