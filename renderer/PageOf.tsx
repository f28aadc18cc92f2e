import { Button } from '@fluentui/react-components';
import { type ReactElement, Suspense, useEffect } from 'react';
import { ErrorPanel } from './components/ErrorPanel';
import { lazily } from './components/lazily';
import { InventoryPane } from './features/inventory/InventoryPane';
import { words } from './features/shell/words';
import { SignInPage } from './features/sign-in/SignInPage';
import styles from './PageOf.module.css';
import { useApp } from './store/store';
import { useMediaQuery } from './theme';

const VmPage = lazily('VmPage', () => import('./features/vm/VmPage'));
const ProfilesPage = lazily('ProfilesPage', () => import('./ProfilesPage'));
const RdpFilePage = lazily('RdpFilePage', () => import('./features/rdp-file/RdpFilePage'));
const ThisPcPage = lazily('ThisPcPage', () => import('./features/this-pc/ThisPcPage'));
const ExplainPage = lazily('ExplainPage', () => import('./features/explain/ExplainPage'));
const SettingsPage = lazily('SettingsPage', () => import('./features/settings/SettingsPage'));

/** The page in view. Only the VMs need a sign-in: everything else works without. */
export function PageOf(): ReactElement {
  const page = useApp((state) => state.page);
  return (
    <Suspense>
      {page === 'vms' && <VmsPage />}
      {page === 'profiles' && <ProfilesPage />}
      {page === 'rdp-file' && <RdpFilePage />}
      {page === 'this-pc' && <ThisPcPage />}
      {page === 'explain' && <ExplainPage />}
      {page === 'settings' && <SettingsPage />}
    </Suspense>
  );
}

function VmsPage(): ReactElement {
  const session = useApp((state) => state.session);
  const loadSession = useApp((state) => state.loadSession);
  const hasRows = useApp(({ vms }) => vms.length > 0);

  if (session.phase === 'failed') {
    return (
      <div className={styles.alone}>
        <ErrorPanel title={words.sessionFailed} error={session.error}>
          <Button onClick={() => void loadSession()}>{words.tryAgain}</Button>
        </ErrorPanel>
      </div>
    );
  }
  const isOut =
    session.phase === 'known' &&
    !hasRows &&
    (session.state.phase === 'signed-out' || session.state.phase === 'signing-in');
  return isOut ? <SignInPage /> : <ListAndVm />;
}

/** Side by side where there is room, else two pages with Back. */
function ListAndVm(): ReactElement {
  // The page of a VM is what comes next almost always, so it is fetched while the list is read, and not before.
  useEffect(() => void requestIdleCallback(() => void VmPage.prepare()), []);
  const openVm = useApp((state) => state.openVm);
  const isNarrow = useMediaQuery('(max-width: 899px)');
  return (
    <div className={styles.both}>
      {!(isNarrow && openVm) && <InventoryPane isWhole={isNarrow} />}
      {openVm && (
        <Suspense fallback={<div className={styles.vm} />}>
          <VmPage key={openVm} vmId={openVm} hasBack={isNarrow} />
        </Suspense>
      )}
      {!openVm && !isNarrow && <NothingOpen />}
    </div>
  );
}

function NothingOpen(): ReactElement {
  return (
    <div className={styles.nothing}>
      <p className={styles.nothingTitle}>Pick a VM</p>
      <p>You will see whether you can sign in to it, and what stands in the way, before anything opens.</p>
      <p className={styles.keys}>
        <kbd>↑</kbd> <kbd>↓</kbd> and <kbd>Enter</kbd>, or <kbd>Ctrl + Enter</kbd> to connect at once
      </p>
    </div>
  );
}
