import { Button, Spinner } from '@fluentui/react-components';
import { type ReactElement, useEffect, useRef } from 'react';
import type { DeviceCode, SignInMethod } from '../../../shared/session/session-state';
import { CopyButton } from '../../components/CopyButton';
import { clockTime } from '../../components/time';
import { useApi, useApp } from '../../store/store';
import styles from './Waiting.module.css';
import { words } from './words';

interface WaitingProps {
  readonly by: SignInMethod | 'demo';
  readonly deviceCode: DeviceCode | null;
}

/** From the click to the answer: what happens, and the way back. */
export function Waiting({ by, deviceCode }: WaitingProps): ReactElement {
  const cancelSignIn = useApp((state) => state.cancelSignIn);
  const panel = useRef<HTMLElement>(null);
  // The button that was clicked is gone: the keyboard goes on here.
  useEffect(() => panel.current?.focus(), []);

  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-live="polite">
      {deviceCode ? (
        <TypeThisCode code={deviceCode} />
      ) : (
        <>
          <Spinner size="small" labelPosition="after" label={words.waiting[by]} />
          <p className={styles.body}>{words.waitingBody[by]}</p>
        </>
      )}
      {by !== 'demo' && <Button onClick={() => void cancelSignIn()}>{words.cancel}</Button>}
    </section>
  );
}

function TypeThisCode({ code }: { readonly code: DeviceCode }): ReactElement {
  const api = useApi();
  const page = code.verificationUri;
  return (
    <>
      <h2 className={styles.title}>{words.deviceTitle}</h2>
      <p className={styles.code}>{code.userCode}</p>
      <p className={styles.body}>{words.deviceBody}</p>
      <p className={styles.body}>
        {page} · valid until {clockTime(code.expiresAt)}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void api.app.openExternal({ url: page })}>
          {words.openPage}
        </Button>
        <CopyButton size="medium" label={words.copyCode} text={code.userCode} />
      </div>
    </>
  );
}
