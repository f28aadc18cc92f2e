import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useApp } from '../../store/store';
import styles from './EmptyList.module.css';
import { words } from './words';

/** Why there is no row, and the door out of it. */
export function EmptyList(): ReactElement {
  const listing = useApp((state) => state.listing);
  const filter = useApp((state) => state.filter);
  const tab = useApp((state) => state.tab);
  const all = useApp((state) => state.vms.length);
  const session = useApp((state) => state.session);
  const setFilter = useApp((state) => state.setFilter);
  const setTab = useApp((state) => state.setTab);
  const listVms = useApp((state) => state.listVms);
  const lastListProblem = useApp((state) => state.lastListProblem);

  if (all === 0 && listing.phase === 'failed') {
    return (
      <div className={styles.failed}>
        <ErrorPanel title={words.failedTitle} error={listing.error}>
          <Button onClick={() => void listVms()}>{words.tryAgain}</Button>
        </ErrorPanel>
        {lastListProblem && (
          <p className={styles.problem}>
            {words.lastNotShown} {lastListProblem}
          </p>
        )}
      </div>
    );
  }
  if (all === 0) {
    const tenants = session.phase === 'known' ? session.state.tenants : [];
    const open = tenants.filter(({ state }) => state === 'signed-in').map(({ name }) => name);
    return (
      <Empty title={words.emptyTitle} body={words.emptyBody(open.length ? ` in ${open.join(' and ')}` : '')}>
        <p>{words.emptyWiden}</p>
      </Empty>
    );
  }
  if (filter) {
    return (
      <Empty title={words.noMatchTitle(filter)} body={words.noMatchBody(all)}>
        <Button onClick={() => setFilter('')}>{words.clearFilter}</Button>
      </Empty>
    );
  }
  const isFavourites = tab === 'favourites';
  return (
    <Empty
      title={isFavourites ? words.noFavouritesTitle : words.noRecentTitle}
      body={isFavourites ? words.noFavouritesBody : words.noRecentBody}
    >
      <Button onClick={() => setTab('all')}>{words.showAll}</Button>
    </Empty>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly body: string;
  readonly children: ReactNode;
}

function Empty({ title, body, children }: EmptyProps): ReactElement {
  return (
    <div className={styles.empty} role="status">
      <p className={styles.title}>{title}</p>
      <p>{body}</p>
      {children}
    </div>
  );
}
