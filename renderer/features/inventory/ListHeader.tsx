import { Button } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { Age } from '../../components/Age';
import { OneOf } from '../../components/OneOf';
import { SortBy } from '../../components/SortBy';
import { areVmsOld, type ListTab } from '../../store/inventory-slice';
import type { SortKey } from '../../store/search-index';
import { useApp } from '../../store/store';
import { visibleVms } from '../../store/visible-vms';
import styles from './ListHeader.module.css';
import { countText, sortNames, tabNames, words } from './words';

const tabs: readonly ListTab[] = ['favourites', 'recent', 'all'];
const sortKeys: readonly SortKey[] = ['name', 'power', 'location'];

/** How many, how old, which of them, and in what order. */
export function ListHeader(): ReactElement {
  const listVms = useApp((state) => state.listVms);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{words.title}</h1>
        <Count />
        <Button
          size="small"
          appearance="subtle"
          aria-label={words.refresh}
          title={words.refresh}
          icon={<ArrowClockwise16Regular />}
          onClick={() => void listVms()}
        />
      </div>
      <div className={styles.line}>
        <Tabs />
        <Sort />
      </div>
    </header>
  );
}

function Count(): ReactElement {
  const listing = useApp((state) => state.listing);
  const shown = useApp((state) => visibleVms(state).count);
  const all = useApp((state) => state.vms.length);
  const asOf = useApp((state) => state.vmsAsOf);
  const areOld = useApp(areVmsOld);

  if (listing.phase === 'listing' && asOf === null) {
    return (
      <p className={styles.count} role="status">
        {words.stillListing(listing.soFar, listing.total)}
      </p>
    );
  }
  return (
    <p className={styles.count}>
      {shown === all ? countText(all) : `${countText(shown)} of ${countText(all)}`}
      {asOf && (
        <>
          {areOld ? words.savedAgo : ' · '}
          <Age since={asOf} suffix=" ago" />
        </>
      )}
    </p>
  );
}

function Tabs(): ReactElement {
  const tab = useApp((state) => state.tab);
  const setTab = useApp((state) => state.setTab);
  return (
    <OneOf
      label="Which VMs"
      choices={tabs}
      chosen={tab}
      textOf={(each) => tabNames[each]}
      onChoose={setTab}
    />
  );
}

function Sort(): ReactElement {
  const sort = useApp((state) => state.sort);
  const setSort = useApp((state) => state.setSort);
  return <SortBy label={words.sortBy} keys={sortKeys} chosen={sort} names={sortNames} onSort={setSort} />;
}
