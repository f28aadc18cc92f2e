import { type ReactElement, useEffect } from 'react';
import { SkeletonRows } from '../../components/SkeletonRows';
import { searchOf } from '../../store/search';
import { useApp } from '../../store/store';
import { visibleVms } from '../../store/visible-vms';
import { EmptyList } from './EmptyList';
import styles from './InventoryPane.module.css';
import { ListBars } from './ListBars';
import { ListHeader } from './ListHeader';
import { VmList } from './VmList';

interface InventoryPaneProps {
  /** The only pane of a narrow window takes its whole width. */
  readonly isWhole: boolean;
}

/** The list of VMs with what is above it, in one of its states. */
export function InventoryPane({ isWhole }: InventoryPaneProps): ReactElement {
  const rows = useApp(visibleVms);
  const isLoading = useApp(
    ({ session, listing, vms }) =>
      vms.length === 0 &&
      (session.phase === 'loading' ||
        listing.phase === 'listing' ||
        (listing.phase === 'idle' && session.phase === 'known' && session.state.phase === 'signed-in')),
  );
  useMarkInteractive(!isLoading);
  useReadyFilter();

  return (
    <section className={styles.pane} data-whole={isWhole} aria-label="List of VMs">
      <ListHeader />
      <ListBars />
      {isLoading ? <SkeletonRows /> : rows.count > 0 ? <VmList rows={rows} /> : <EmptyList />}
    </section>
  );
}

/** Makes ready to look through a new list while nobody waits: it must not be the first key typed that does. */
function useReadyFilter(): void {
  const vms = useApp((state) => state.vms);
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      const search = searchOf(vms);
      search.calledFirst(search.places('an', search.places('a')), 'an');
    });
    return () => cancelIdleCallback(idle);
  }, [vms]);
}

/** From here on the window answers: what the start-up benchmark waits for. */
function useMarkInteractive(isInteractive: boolean): void {
  useEffect(() => {
    if (isInteractive) document.documentElement.dataset['interactive'] = 'true';
  }, [isInteractive]);
}
