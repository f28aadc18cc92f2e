import { Button } from '@fluentui/react-components';
import { Info16Regular, Warning16Regular } from '@fluentui/react-icons';
import { memo, type ReactElement, type ReactNode, useState } from 'react';
import { problemText } from '../../../shared/profiles/layer-texts';
import { Differences } from '../../components/Differences';
import { ErrorPanel } from '../../components/ErrorPanel';
import { routeNames } from '../../components/profile-words';
import type { Draft, DraftKey } from '../../store/draft';
import { useProfiles } from '../../store/profiles-store';
import styles from './EditorBars.module.css';
import { useEditor } from './editor-context';
import { words } from './words';

interface EditorBarsProps {
  readonly entryKey: DraftKey;
  readonly draft: Draft;
}

/** What is to be known before going on: others' changes, what was not saved, what could not be laid. */
export const EditorBars = memo(function EditorBars({ entryKey, draft }: EditorBarsProps): ReactElement {
  const { entry, composed, vmScope, wasRefused } = useEditor();
  const notice = useProfiles((state) => state.notice);
  const dismissNotice = useProfiles((state) => state.dismissNotice);
  const kept = entry.kind === 'profile' ? entry.files : [];
  return (
    <>
      {draft.outside && <OutsideBar entryKey={entryKey} draft={draft} theirs={draft.outside.theirs} />}
      {draft.saving.phase === 'failed' && (
        <div className={styles.failed}>
          <ErrorPanel title={words.saveFailed} error={draft.saving.error} />
        </div>
      )}
      {notice?.kind === 'failed' && notice.what === 'remove' && (
        <div className={styles.failed}>
          <ErrorPanel title={words.removeFailed} error={notice.error}>
            <Button onClick={dismissNotice}>{words.hide}</Button>
          </ErrorPanel>
        </div>
      )}
      {wasRefused && <Bar icon={<Warning16Regular />}>{words.faulty}</Bar>}
      {composed.layersProblem && (
        <Bar icon={<Warning16Regular />}>
          {words.layersProblem}: {problemText(composed.layersProblem)}
        </Bar>
      )}
      {vmScope === 'not-seen' && <Bar icon={<Info16Regular />}>{words.tagsNotSeen}</Bar>}
      {kept.length > 0 && (
        <Bar icon={<Info16Regular />}>
          {words.keptFile(kept.map(({ route }) => routeNames[route]).join(', '))}
        </Bar>
      )}
    </>
  );
});

interface BarProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Bar({ icon, children }: BarProps): ReactElement {
  return (
    <div className={styles.bar}>
      <div className={styles.line} role="status">
        {icon}
        <span className={styles.words}>{children}</span>
      </div>
    </div>
  );
}

interface OutsideBarProps {
  readonly entryKey: DraftKey;
  readonly draft: Draft;
  readonly theirs: NonNullable<Draft['outside']>['theirs'];
}

function OutsideBar({ entryKey, draft, theirs }: OutsideBarProps): ReactElement {
  const decide = useProfiles((state) => state.decide);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.bar} data-serious="true">
      <div className={styles.line} role="alert">
        <Warning16Regular aria-hidden="true" />
        <span className={styles.words}>{theirs ? words.outsideChanged : words.outsideRemoved}</span>
        {theirs && (
          <Button
            size="small"
            appearance="transparent"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? words.hide : words.whatDiffers}
          </Button>
        )}
        {theirs && (
          <Button size="small" onClick={() => decide(entryKey, 'theirs')}>
            {words.takeTheirs}
          </Button>
        )}
        <Button size="small" onClick={() => decide(entryKey, 'mine')}>
          {words.keepMine}
        </Button>
      </div>
      {isOpen && theirs && (
        <Differences mine={draft.history.now} theirs={theirs.entry} names={[words.mine, words.theirs]} />
      )}
    </div>
  );
}
