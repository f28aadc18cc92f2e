import { Button, Input } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { SortBy } from '../../components/SortBy';
import { visibleProfiles } from '../../store/library-slice';
import type { ProfileSort } from '../../store/profile-index';
import { useProfiles } from '../../store/profiles-store';
import { ProfileList } from './ProfileList';
import styles from './ProfilePane.module.css';
import { sortNames, words } from './words';

/** The profiles: found by any word of theirs, sorted by a column, one row each. */
export function ProfilePane(): ReactElement {
  const rows = useProfiles(visibleProfiles);
  const all = useProfiles(({ library }) => (library.phase === 'known' ? library.profiles.length : 0));
  const filter = useProfiles((state) => state.profileFilter);
  return (
    <section className={styles.pane} aria-labelledby="profiles-title">
      <Toolbar shown={rows.length} all={all} />
      {rows.length > 0 && <ProfileList rows={rows} />}
      {rows.length === 0 && (all === 0 ? <NoProfiles /> : <NoMatch filter={filter} all={all} />)}
    </section>
  );
}

function Toolbar({ shown, all }: { readonly shown: number; readonly all: number }): ReactElement {
  const filter = useProfiles((state) => state.profileFilter);
  const setFilter = useProfiles((state) => state.setProfileFilter);
  return (
    <div className={styles.toolbar}>
      <h2 id="profiles-title" className={styles.title}>
        {words.profiles}
      </h2>
      <Input
        className={styles.filter ?? ''}
        size="small"
        type="search"
        aria-label={words.filter}
        placeholder={words.filter}
        contentBefore={<Search16Regular />}
        value={filter}
        disabled={all === 0}
        onChange={(_, { value }) => setFilter(value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && filter) {
            event.preventDefault();
            setFilter('');
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.getElementById('profile-list')?.focus();
          }
        }}
      />
      <p className={styles.count} role="status">
        {words.shown(shown, all)}
      </p>
      <Sort />
    </div>
  );
}

function Sort(): ReactElement {
  const sort = useProfiles((state) => state.profileSort);
  const setSort = useProfiles((state) => state.setProfileSort);
  const sorts = Object.keys(sortNames) as ProfileSort[];
  return <SortBy label={words.sortBy} keys={sorts} chosen={sort} names={sortNames} onSort={setSort} />;
}

function NoProfiles(): ReactElement {
  const newEntry = useProfiles((state) => state.newEntry);
  return (
    <div className={styles.empty} role="status">
      <p className={styles.emptyTitle}>{words.noProfiles}</p>
      <p>{words.noProfilesBody}</p>
      <Button onClick={() => newEntry('profile')}>{words.newProfile}</Button>
    </div>
  );
}

function NoMatch({ filter, all }: { readonly filter: string; readonly all: number }): ReactElement {
  const setFilter = useProfiles((state) => state.setProfileFilter);
  return (
    <div className={styles.empty} role="status">
      <p className={styles.emptyTitle}>{words.noMatch(filter)}</p>
      <p>{words.noMatchBody(all)}</p>
      <Button onClick={() => setFilter('')}>{words.clearFilter}</Button>
    </div>
  );
}
