import { Button } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { type ReactElement, useEffect } from 'react';
import type { Notice } from '../../store/library-slice';
import { useProfiles } from '../../store/profiles-store';
import styles from './NoticeBar.module.css';
import { failures, words } from './words';

/** What can be taken back stays until it is dismissed or the next thing happens; the rest goes by itself. */
const shownForMs = 8000;

/** What just happened, at the foot of the page, with the way back where there is one. */
export function NoticeBar(): ReactElement {
  const notice = useProfiles((state) => state.notice);
  const dismiss = useProfiles((state) => state.dismissNotice);
  const undoRemove = useProfiles((state) => state.undoRemove);
  const isPassing = notice?.kind === 'exported' || notice?.kind === 'saved-again';

  useEffect(() => {
    if (!isPassing) return;
    const timer = setTimeout(dismiss, shownForMs);
    return () => clearTimeout(timer);
  }, [isPassing, dismiss]);

  return (
    // Always there: what is put into a live region is read out, a new region is not.
    <div className={styles.place} role="status">
      {notice && (
        <div className={styles.bar} data-failed={isFailure(notice)}>
          <span className={styles.words}>{textOf(notice)}</span>
          {notice.kind === 'removed' && (
            <Button size="small" onClick={() => void undoRemove()}>
              {words.undo}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.dismiss}
            icon={<Dismiss16Regular />}
            onClick={dismiss}
          />
        </div>
      )}
    </div>
  );
}

function isFailure(notice: Notice): boolean {
  return notice.kind === 'failed' || (notice.kind === 'removed' && notice.error !== null);
}

function textOf(notice: Notice): string {
  switch (notice.kind) {
    case 'removed':
      return notice.error ? words.notPutBack(notice.error.message) : words.removed(notice.entry.name);
    case 'saved-again':
      return words.savedAgain(notice.name);
    case 'exported':
      return words.exported(notice.file);
    case 'failed':
      return `${failures[notice.what] ?? ''}: ${notice.error.message}`;
  }
}
