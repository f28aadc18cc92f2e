import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useEffect } from 'react';
import type { Consent, ConsentState } from '../../../shared/session/session-state';
import { ArticleLink } from '../../components/ArticleLink';
import { CopyButton } from '../../components/CopyButton';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Section } from '../../components/PageFrame';
import { StatusIcon } from '../../components/StatusIcon';
import { useApi, useApp } from '../../store/store';
import styles from './ConsentSection.module.css';
import { words } from './words';

/** Granted, missing, and what each missing permission costs; with the door to having it granted. */
export function ConsentSection(): ReactElement {
  const consents = useApp((state) => state.consents);
  const loadConsents = useApp((state) => state.loadConsents);
  const isSignedIn = useApp(
    ({ session }) => session.phase === 'known' && session.state.phase === 'signed-in',
  );
  useEffect(() => {
    if (isSignedIn) void loadConsents();
  }, [isSignedIn, loadConsents]);

  return (
    <Section title={words.consents}>
      <p className={styles.lead}>{words.consentsLead}</p>
      {!isSignedIn && <p>{words.consentsSignedOut}</p>}
      {isSignedIn && consents.phase === 'loading' && <Spinner size="tiny" label={words.consentsReading} />}
      {isSignedIn && consents.phase === 'failed' && (
        <ErrorPanel title={words.consentsFailed} error={consents.error}>
          <Button onClick={() => void loadConsents()}>{words.tryAgain}</Button>
        </ErrorPanel>
      )}
      {isSignedIn && consents.phase === 'known' && <Known consents={consents.consents} />}
    </Section>
  );
}

function Known({ consents }: { readonly consents: ConsentState }): ReactElement {
  const api = useApi();
  const url = consents.adminConsentUrl;
  return (
    <>
      <ul className={styles.list}>
        {consents.consents.map((consent) => (
          <ConsentRow key={`${consent.api} ${consent.permission}`} consent={consent} />
        ))}
      </ul>
      <div className={styles.actions}>
        <CopyButton size="medium" label={words.copyMessage} text={consents.request} />
        {url && (
          <Button appearance="subtle" onClick={() => void api.app.openExternal({ url })}>
            {words.grantPage}
          </Button>
        )}
        <ArticleLink topic={consents.help}>{words.howTo}</ArticleLink>
      </div>
    </>
  );
}

function ConsentRow({ consent }: { readonly consent: Consent }): ReactElement {
  const { permission, api, why, needsAdmin, isGranted, costs } = consent;
  const state = isGranted === null ? words.notKnown : isGranted ? words.granted : words.missing;
  return (
    <li className={styles.row}>
      <StatusIcon status={isGranted === null ? 'unknown' : isGranted ? 'pass' : 'warn'} />
      <div className={styles.words}>
        <p>
          <strong>{permission}</strong> <span className={styles.quiet}>{api}</span>
        </p>
        <p className={styles.quiet}>
          {why}
          {needsAdmin && !isGranted && ` (${words.needsAdmin})`}
        </p>
        {!isGranted && costs.length > 0 && (
          <details className={styles.quiet}>
            <summary>{words.costs(costs.length)}</summary>
            <ul className={styles.costs}>
              {costs.map((id) => (
                <li key={id}>
                  <ArticleLink topic={id}>{id}</ArticleLink>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <span className={styles.state}>{state}</span>
    </li>
  );
}
