import { type ReactElement, Suspense } from 'react';
import { lazily } from '../../components/lazily';
import { Mark } from '../../components/Mark';
import { useApp } from '../../store/store';
import { FindVm } from './FindVm';
import styles from './TopBar.module.css';
import { cloudNames, words } from './words';

const AccountMenu = lazily('AccountMenu', () => import('./AccountMenu'));

/** Where one is, the way to a VM, and who one is. */
export function TopBar(): ReactElement {
  const session = useApp((state) => state.session);
  const hasList = session.phase !== 'known' || session.state.phase !== 'signed-out';
  const state = session.phase === 'known' ? session.state : undefined;
  const place = state?.organisation ?? state?.tenants.find((tenant) => tenant.state === 'signed-in')?.name;

  return (
    <header className={styles.bar}>
      <div className={styles.place}>
        <Mark size={20} />
        <span className={styles.name}>{place ?? words.product}</span>
        {place && state && <span className={styles.cloud}>{cloudNames[state.cloud]}</span>}
      </div>
      {hasList && <FindVm />}
      <div className={styles.account}>
        <Suspense>{state?.account && <AccountMenu state={state} account={state.account} />}</Suspense>
      </div>
    </header>
  );
}
