import { Button, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usedFileSentence } from '../../../shared/launch/used-file-words';
import { ArticleLink } from '../../components/ArticleLink';
import { ErrorPanel } from '../../components/ErrorPanel';
import { StatusIcon } from '../../components/StatusIcon';
import { clockTime } from '../../components/time';
import type { ConnectState, SignedFileTold } from '../../store/connect-slice';
import { useApp } from '../../store/store';
import styles from './ConnectPanel.module.css';
import { connectWords, words } from './words';

type Active = Exclude<ConnectState, { readonly phase: 'idle' }>;

interface ConnectPanelProps {
  readonly connect: Active;
  /** Whether the report is in view beside it; else the panel says itself what closed the way. */
  readonly hasReport?: boolean;
}

/** From the click to the desktop: what comes next, told before it appears, and how it went. */
export function ConnectPanel({ connect, hasReport = true }: ConnectPanelProps): ReactElement {
  const startConnect = useApp((state) => state.startConnect);
  switch (connect.phase) {
    case 'connecting':
      return <Progress connect={connect} />;
    case 'done':
      return <Outcome connect={connect} hasReport={hasReport} />;
    case 'failed':
      return (
        <ErrorPanel title={connectWords.failed} error={connect.error}>
          <Button onClick={() => void startConnect(connect.request)}>{words.tryAgain}</Button>
          {connect.error.code === 'sign-in-required' && !connect.request.anyway && (
            <Button onClick={() => void startConnect({ ...connect.request, anyway: true })}>
              {connectWords.withoutAzure}
            </Button>
          )}
          <Dismiss />
        </ErrorPanel>
      );
  }
}

function Progress({ connect }: { readonly connect: Extract<Active, { phase: 'connecting' }> }): ReactElement {
  const cancelConnect = useApp((state) => state.cancelConnect);
  const { stage, expect, signedFile } = connect;
  return (
    <section className={styles.panel} aria-live="polite">
      <div className={styles.top}>
        {stage.stage === 'opened' ? (
          <StatusIcon status="pass" />
        ) : (
          <Spinner size="tiny" aria-label={stageWords(stage)} />
        )}
        <p className={styles.title}>{stageWords(stage)}</p>
        <Button size="small" onClick={cancelConnect}>
          {words.cancel}
        </Button>
      </div>
      <SignedFile told={signedFile} />
      <Expect lines={expect} />
    </section>
  );
}

function stageWords(stage: Extract<Active, { phase: 'connecting' }>['stage']): string {
  switch (stage.stage) {
    case 'checking':
      return connectWords.checking;
    case 'starting':
      return connectWords.starting(stage.client);
    case 'opened':
      return connectWords.opened(stage.client, clockTime(stage.at));
    case 'hanging':
      return connectWords.hanging(stage.client, stage.forSeconds);
  }
}

/** Whose file is opened, where it is none of ours; or why one that was there is not. */
function SignedFile({ told }: { readonly told: SignedFileTold | null }): ReactElement | null {
  if (!told) return null;
  const { profile, passedOver } = told;
  const lines = profile ? [usedFileSentence(profile), ...profile.notes] : passedOver;
  return (
    <div className={styles.signedFile}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Expect({ lines }: { readonly lines: readonly string[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <div className={styles.expect}>
      <p>{connectWords.next}</p>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

interface OutcomeProps {
  readonly connect: Extract<Active, { phase: 'done' }>;
  readonly hasReport: boolean;
}

function Outcome({ connect, hasReport }: OutcomeProps): ReactElement {
  const startConnect = useApp((state) => state.startConnect);
  const { outcome, request, signedFile, at } = connect;
  const isStopped = outcome.outcome === 'stopped' && !hasReport;
  return (
    <section className={styles.panel} role="status">
      <div className={styles.top}>
        <StatusIcon status={isGood(connect) ? 'pass' : 'warn'} />
        <p className={styles.title}>{outcomeWords(connect, clockTime(at))}</p>
        {isStopped && (
          <Button size="small" onClick={() => void startConnect({ ...request, anyway: true })}>
            {words.connectAnyway}
          </Button>
        )}
        <Dismiss />
      </div>
      {isStopped && <p className={styles.explanation}>{outcome.report.headline}</p>}
      <SignedFile told={signedFile} />
      {outcome.outcome === 'ended' && (
        <p className={styles.explanation}>
          {outcome.explanation} {outcome.help && <ArticleLink topic={outcome.help} />}
        </p>
      )}
      {outcome.outcome === 'ended' && !outcome.wasGood && outcome.exitCode !== null && (
        <p className={styles.code}>{connectWords.exitCode(outcome.exitCode)}</p>
      )}
      {outcome.outcome === 'handed-over' && <Expect lines={outcome.expect} />}
    </section>
  );
}

function isGood({ outcome }: Extract<Active, { phase: 'done' }>): boolean {
  return outcome.outcome === 'handed-over' || (outcome.outcome === 'ended' && outcome.wasGood);
}

function outcomeWords({ outcome }: Extract<Active, { phase: 'done' }>, at: string): string {
  switch (outcome.outcome) {
    case 'stopped':
      return connectWords.stopped;
    case 'handed-over':
      return connectWords.handedOver(outcome.client.name, at);
    case 'ended':
      return outcome.wasGood ? connectWords.endedWell : connectWords.endedBadly;
  }
}

function Dismiss(): ReactElement {
  const dismissConnect = useApp((state) => state.dismissConnect);
  return (
    <Button size="small" appearance="subtle" onClick={dismissConnect}>
      {words.close}
    </Button>
  );
}
