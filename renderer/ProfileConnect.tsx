import { type ReactElement, Suspense } from 'react';
import { lazily } from './components/lazily';
import styles from './ProfileConnect.module.css';
import { useApp } from './store/store';

const ConnectPanel = lazily('ConnectPanel', () => import('./features/vm/ConnectPanel'));

/** How connecting to a profile goes, above the profiles. */
export function ProfileConnect(): ReactElement | null {
  const connect = useApp((state) => state.connect);
  if (!('request' in connect) || !('profileId' in connect.request)) return null;
  const { name } = connect.request;
  return (
    <section className={styles.bar} aria-label={`Connecting to ${name}`}>
      <h2 className={styles.name}>{name}</h2>
      <Suspense>
        <ConnectPanel connect={connect} hasReport={false} />
      </Suspense>
    </section>
  );
}
