import { Button, Spinner } from '@fluentui/react-components';
import { PersonKey20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { useApp } from '../../store/store';
import styles from './SessionBar.module.css';
import { words } from './words';

/** Signed out in the middle, or with the last list in view: the page stays, and this one bar asks to sign in. */
export function SessionBar(): ReactElement | null {
  const session = useApp((state) => state.session);
  const entering = useApp((state) => state.entering);
  const signIn = useApp((state) => state.signIn);
  const cancelSignIn = useApp((state) => state.cancelSignIn);
  const hasRows = useApp(({ vms }) => vms.length > 0);

  if (session.phase !== 'known') return null;
  const { phase, account, isConfigured } = session.state;
  const isOut = phase === 'signed-out' || phase === 'signing-in';
  if (phase !== 'expired' && !(isOut && hasRows)) return null;

  const isWaiting = entering.phase === 'waiting';
  return (
    <div className={styles.bar} role="alert">
      {isWaiting ? (
        <Spinner size="tiny" aria-label={words.waiting[entering.by]} />
      ) : (
        <PersonKey20Regular aria-hidden="true" />
      )}
      <span className={styles.words}>
        {isWaiting
          ? words.waiting[entering.by]
          : entering.phase === 'failed'
            ? entering.error.message
            : phase === 'signed-out'
              ? words.notSignedIn
              : words.expired}
      </span>
      {isWaiting && entering.deviceCode && (
        <>
          <span>{entering.deviceCode.verificationUri}</span>
          <code>{entering.deviceCode.userCode}</code>
          <CopyButton label={words.copyCode} text={entering.deviceCode.userCode} />
        </>
      )}
      {isWaiting ? (
        <Button size="small" onClick={() => void cancelSignIn()}>
          {words.cancel}
        </Button>
      ) : (
        <Button
          size="small"
          onClick={() => void signIn(account?.method ?? (isConfigured ? 'browser' : 'azure-cli'))}
        >
          {phase === 'signed-out' ? words.signIn.button : words.signInAgain}
        </Button>
      )}
    </div>
  );
}
