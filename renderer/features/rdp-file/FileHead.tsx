import { Button, Spinner } from '@fluentui/react-components';
import { FolderOpen20Regular, Signature20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { RdpFileView } from '../../../shared/rdp/rdp-file-view';
import { MiddleCut } from '../../components/MiddleCut';
import { useApp } from '../../store/store';
import styles from './FileHead.module.css';
import { factsOf, words } from './words';

interface FileHeadProps {
  readonly view: RdpFileView;
  readonly isSigning: boolean;
}

/** What file it is, and what can be done with it. */
export function FileHead({ view, isSigning }: FileHeadProps): ReactElement {
  const openRdpFile = useApp((state) => state.openRdpFile);
  const signRdpFile = useApp((state) => state.signRdpFile);
  const holds = view.verification?.valid === true;
  return (
    <div className={styles.head}>
      <div className={styles.names}>
        <h2 className={styles.name} title={view.path ?? view.name}>
          <MiddleCut text={view.name} />
        </h2>
        <p className={styles.facts}>{factsOf(view).join(' · ')}</p>
      </div>
      <div className={styles.deeds}>
        <Button
          appearance={holds ? 'secondary' : 'primary'}
          disabled={isSigning}
          icon={isSigning ? <Spinner size="extra-tiny" aria-label={words.signing} /> : <Signature20Regular />}
          onClick={() => void signRdpFile()}
        >
          {holds ? words.signAgain : words.sign}
        </Button>
        <Button disabled={isSigning} icon={<FolderOpen20Regular />} onClick={() => void openRdpFile()}>
          {words.openAnother}
        </Button>
      </div>
    </div>
  );
}
