import { Button, Tooltip } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { BatchSummary } from '../../../shared/profiles/batch-view';
import { CopyButton } from '../../components/CopyButton';
import { FactTable } from '../../components/FactTable';
import { FilePath } from '../../components/FilePath';
import { StatusIcon } from '../../components/StatusIcon';
import { useProfiles } from '../../store/profiles-store';
import { FailedRows } from './FailedRows';
import { StepFrame } from './StepFrame';
import styles from './SummaryStep.module.css';
import { stepNames, words } from './words';

/** What was written, what stayed, what could not be, and where all of it lies. */
export function SummaryStep(): ReactElement | null {
  const written = useProfiles((state) => state.written);
  const startOver = useProfiles((state) => state.startOver);
  const goTo = useProfiles((state) => state.goTo);
  if (written.phase !== 'done') return null;
  const { summary } = written;
  const failed = summary.rows.filter(({ problem }) => problem !== null);
  return (
    <StepFrame
      title={stepNames.summary}
      next={{
        label: words.finish,
        isReady: true,
        onNext: () => {
          startOver();
          goTo({ kind: 'library' });
        },
      }}
    >
      <div className={styles.answer}>
        <p className={styles.sentence} role="status">
          <StatusIcon status={statusOf(summary)} />
          {summary.written > 0 ? words.written(summary.written, usersIn(summary)) : words.nothingWritten}
        </p>
        {summary.wasCancelled && <p>{words.cancelled}</p>}
        <p className={styles.facts}>{factsOf(summary).join(' · ')}</p>
        {summary.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <FactTable
        rows={[
          [words.folder, <Place what={words.folder} key="folder" path={summary.folder} />],
          [words.manifest, <Place what={words.manifest} key="manifest" path={summary.manifest} />],
          [words.manifestJson, <Place what={words.manifestJson} key="json" path={summary.manifestJson} />],
        ]}
      />
      {failed.length > 0 && <FailedRows title={words.failedLines} rows={failed} />}
      <div className={styles.deeds}>
        {(summary.failed > 0 || summary.wasCancelled) && <RunAgain />}
        <Button onClick={startOver}>{words.another}</Button>
      </div>
    </StepFrame>
  );
}

/** What is written already stays: into the same folder, only the rest is tried again. */
function RunAgain(): ReactElement {
  const makePlan = useProfiles((state) => state.makePlan);
  return <Button onClick={() => void makePlan()}>{words.runAgain}</Button>;
}

/** Where something lies; the whole path is told to the pointer and, at its button, to the keyboard. */
function Place({ what, path }: { readonly what: string; readonly path: string | null }): ReactElement {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  if (path === null) return <span>{words.noManifest}</span>;
  return (
    <Tooltip
      content={{ children: path, className: styles.wholePath ?? '' }}
      relationship="inaccessible"
      positioning="above-start"
      mountNode={place}
    >
      <span ref={setPlace} className={styles.place}>
        <code>
          <FilePath path={path} title={null} />
        </code>
        <CopyButton label={words.copy} of={what} text={path} />
      </span>
    </Tooltip>
  );
}

function statusOf({ written, failed, wasCancelled }: BatchSummary): 'pass' | 'warn' | 'fail' {
  if (written === 0) return 'fail';
  return failed > 0 || wasCancelled ? 'warn' : 'pass';
}

/** Null where not every row is here to be counted. */
function usersIn({ rows, written, failed }: BatchSummary): number | null {
  if (rows.length < written + failed) return null;
  const users = new Set(
    rows.flatMap(({ user, problem }) => (user !== null && problem === null ? [user] : [])),
  );
  return users.size === 0 ? null : users.size;
}

function factsOf({ signed, kept, failed, written }: BatchSummary): string[] {
  return [
    ...(written > 0 ? [signed ? words.signedAll : words.unsignedAll] : []),
    ...(kept > 0 ? [words.kept(kept)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
  ];
}
