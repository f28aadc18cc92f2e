import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ProgressBar,
} from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useEffect, useId } from 'react';
import type { ImportReport } from '../../../shared/profiles/library-view';
import { CopyButton } from '../../components/CopyButton';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FilePath } from '../../components/FilePath';
import type { Importing } from '../../store/import-slice';
import { useProfiles } from '../../store/profiles-store';
import styles from './ImportDialog.module.css';
import { ImportReportView } from './ImportReportView';
import { changesIn, textOf } from './import-report';
import { importWords as words } from './import-words';

type Shown = Exclude<Importing, { phase: 'none' | 'choosing' }>;

/** An import from the first file read to the report of what came: one dialog, which keeps its size. */
export function ImportDialog({ importing }: { readonly importing: Shown }): ReactElement {
  const leave = useProfiles((state) => state.leaveImport);
  const id = useId();
  const { phase } = importing;
  // The button that led from one step to the next is gone with it: the keyboard stays in the dialog.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus();
  });
  return (
    <Dialog
      open
      // What is being saved is stopped by its button alone.
      onOpenChange={(_, { open }) => !open && phase !== 'saving' && leave()}
    >
      <DialogSurface id={id} className={styles.surface ?? ''}>
        <DialogBody className={styles.body ?? ''}>
          <DialogTitle>{titles[phase]}</DialogTitle>
          <Content importing={importing} />
          <DialogActions className={styles.deeds ?? ''}>
            <Deeds importing={importing} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const titles: Readonly<Record<Shown['phase'], string>> = {
  reading: words.readingTitle,
  planned: words.planTitle,
  saving: words.savingTitle,
  done: words.doneTitle,
  failed: words.failedTitle,
};

function Content({ importing }: { readonly importing: Shown }): ReactElement {
  switch (importing.phase) {
    case 'reading':
      return (
        <DialogContent className={styles.content ?? ''}>
          <p role="status">{words.read(importing.read)}</p>
          <ProgressBar aria-label={words.readingTitle} />
          <p className={styles.place}>
            <FilePath path={importing.place} />
          </p>
        </DialogContent>
      );
    case 'saving': {
      const { saved, total, isCancelling } = importing;
      return (
        <DialogContent className={styles.content ?? ''}>
          <p role="status">{isCancelling ? words.cancelling : total !== null && words.saved(saved, total)}</p>
          <ProgressBar
            aria-label={words.savingTitle}
            {...(total !== null && { value: saved, max: Math.max(total, 1) })}
          />
        </DialogContent>
      );
    }
    case 'failed':
      return (
        <DialogContent className={styles.content ?? ''}>
          <ErrorPanel
            title={importing.planned || importing.error.code === 'cancelled' ? words.stopped : words.failed}
            error={importing.error}
          />
        </DialogContent>
      );
    case 'planned':
      return <Report report={importing.report} lead={changesIn(importing.report) > 0 && words.planLead} />;
    case 'done':
      return <Report report={importing.report} lead={null} />;
  }
}

interface ReportProps {
  readonly report: ImportReport;
  readonly lead: ReactNode;
}

function Report({ report, lead }: ReportProps): ReactElement {
  return (
    // A box that scrolls must be reachable with the keyboard.
    <DialogContent className={styles.content ?? ''} tabIndex={0}>
      <ImportReportView report={report} lead={lead} />
    </DialogContent>
  );
}

function Deeds({ importing }: { readonly importing: Shown }): ReactElement {
  const leave = useProfiles((state) => state.leaveImport);
  const runImport = useProfiles((state) => state.runImport);
  const cancel = (
    <Button onClick={leave} disabled={importing.phase === 'saving' && importing.isCancelling}>
      {words.cancel}
    </Button>
  );
  const close = (
    <Button appearance="primary" onClick={leave}>
      {words.close}
    </Button>
  );
  switch (importing.phase) {
    case 'reading':
    case 'saving':
      return cancel;
    case 'planned': {
      const changes = changesIn(importing.report);
      const copy = (
        <CopyButton label={words.copy} size="medium" text={textOf(importing.report, words.planTitle)} />
      );
      if (changes === 0) {
        return (
          <>
            {copy}
            {close}
          </>
        );
      }
      return (
        <>
          {copy}
          {cancel}
          <Button appearance="primary" onClick={() => void runImport()}>
            {words.deed(changes)}
          </Button>
        </>
      );
    }
    case 'done':
      return (
        <>
          <CopyButton label={words.copy} size="medium" text={textOf(importing.report, words.doneTitle)} />
          {close}
        </>
      );
    case 'failed':
      return importing.planned ? (
        <>
          <Button onClick={leave}>{words.close}</Button>
          <Button appearance="primary" onClick={() => void runImport()}>
            {words.goOn}
          </Button>
        </>
      ) : (
        close
      );
  }
}
