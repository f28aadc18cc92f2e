import { BeakerEmpty16Regular, CloudOff16Regular } from '@fluentui/react-icons';
import { type ReactElement, useSyncExternalStore } from 'react';
import { clockTime, durationText } from '../../components/time';
import type { PreflightState } from '../../store/preflight-slice';
import type { SessionView } from '../../store/session-slice';
import { useApp } from '../../store/store';
import styles from './StatusBar.module.css';
import { words } from './words';

/** One quiet line: who one is to Azure, how fresh the report is, and whether all of it is a demo. */
export function StatusBar(): ReactElement {
  const session = useApp((state) => state.session);
  const preflight = useApp((state) => state.preflight);
  const leaveDemo = useApp((state) => state.leaveDemo);
  const isOnline = useSyncExternalStore(listenToNetwork, () => navigator.onLine);
  const isDemo = session.phase === 'known' && session.state.mode === 'demo';

  return (
    <footer className={styles.bar}>
      <span className={styles.line}>{[...sessionWords(session), ...reportWords(preflight)].join(' · ')}</span>
      {!isOnline && !isDemo && (
        <span className={styles.chip}>
          <CloudOff16Regular aria-hidden="true" /> {words.offline}
        </span>
      )}
      {isDemo && (
        <span className={styles.demo}>
          <span className={styles.chip}>
            <BeakerEmpty16Regular aria-hidden="true" /> {words.demo}
          </span>
          <button type="button" className={styles.leave} onClick={() => void leaveDemo()}>
            {words.leaveDemo}
          </button>
        </span>
      )}
    </footer>
  );
}

function listenToNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

function sessionWords(session: SessionView): string[] {
  if (session.phase !== 'known') return [session.phase === 'loading' ? words.loading : words.sessionFailed];
  const { phase, tenants } = session.state;
  if (phase === 'signed-out' || phase === 'signing-in') return [words.notSignedIn];
  if (phase === 'expired') return [words.expired];
  const open = tenants.filter(({ state }) => state === 'signed-in');
  const [only] = open;
  if (!only) return [words.signedIn];
  return [words.signedIn, open.length === 1 ? `tenant ${only.name}` : `${open.length} tenants`];
}

function reportWords(preflight: PreflightState): string[] {
  if (preflight.phase === 'running') return [words.checking];
  if (preflight.phase !== 'done') return [];
  const { report, durationMs } = preflight;
  const took = durationMs === null ? '' : `, ${durationText(durationMs)}`;
  return [`checked ${clockTime(report.judgedAt)}${took}`];
}
