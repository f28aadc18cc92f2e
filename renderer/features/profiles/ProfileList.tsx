import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import { nextIndex } from '../../components/next-index';
import { keyOf, unsavedIn } from '../../store/draft';
import { visibleProfiles } from '../../store/library-slice';
import type { IndexedProfile } from '../../store/profile-index';
import { useProfiles, useProfilesStore } from '../../store/profiles-store';
import styles from './ProfileList.module.css';
import { ProfileRowView } from './ProfileRowView';
import { useConnectProfile } from './use-connect-profile';
import { sortNames, words } from './words';

const rowHeight = 32;
/** More than the rows any screen shows at once. */
const slots = 256;
const rowId = (index: number): string => `profile-row-${index}`;

/**
 * Only the rows in view are in the page; the arrow keys move a mark, Enter opens, Ctrl+Enter connects, Delete removes.
 */
export function ProfileList({ rows }: { readonly rows: readonly IndexedProfile[] }): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const store = useProfilesStore();
  const connect = useConnectProfile();
  const activeProfile = useProfiles((state) => state.activeProfile);
  const filter = useProfiles((state) => state.profileFilter);
  const sort = useProfiles((state) => state.profileSort);
  const entries = useProfiles((state) => state.entries);
  const unsaved = useMemo(() => new Set(unsavedIn(entries)), [entries]);
  const active = useMemo(
    () => (activeProfile === null ? -1 : rows.findIndex(({ row }) => row.id === activeProfile)),
    [rows, activeProfile],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: 4,
    paddingEnd: 4,
  });

  const open = useCallback(
    (id: string) => {
      store.getState().setActiveProfile(id);
      void store.getState().openEntry('profile', id);
    },
    [store],
  );

  // Back from a profile, the keyboard goes on where it was.
  useEffect(() => {
    const { activeProfile: last } = store.getState();
    if (last === null || document.activeElement !== document.body) return;
    scroller.current?.focus({ preventScroll: true });
    const place = visibleProfiles(store.getState()).findIndex(({ row }) => row.id === last);
    if (place >= 0) virtualizer.scrollToIndex(place, { align: 'center' });
  }, [store, virtualizer]);

  // Other rows begin at their first.
  useEffect(() => {
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo(0, 0);
  }, [filter, sort, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]?.row;
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      if (!(event.ctrlKey || event.metaKey)) return open(row.id);
      // The page of the VM, which may come now, has the same key.
      event.stopPropagation();
      connect(row);
      return;
    }
    if (event.key === 'Delete' && row) {
      event.preventDefault();
      const neighbour = rows[active + 1] ?? rows[active - 1];
      void store.getState().removeEntry('profile', row.id);
      store.getState().setActiveProfile(neighbour?.row.id ?? null);
      return;
    }
    const viewHeight = scroller.current?.clientHeight ?? 0;
    const next = nextIndex(event.key, active, rows.length, Math.floor(viewHeight / rowHeight));
    if (next === undefined) return;
    event.preventDefault();
    store.getState().setActiveProfile(rows[next]?.row.id ?? null);
    virtualizer.scrollToIndex(next);
  };

  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <div className={styles.columns}>
          <span className={styles.name}>{sortNames.name}</span>
          <span className={styles.address}>{sortNames.address}</span>
          <span className={styles.username}>{words.user}</span>
          <span className={styles.template}>{sortNames.template}</span>
          <span className={styles.route}>{sortNames.route}</span>
          <span className={styles.signed}>{words.signed}</span>
          <span />
        </div>
      </div>
      <div
        ref={scroller}
        id="profile-list"
        className={styles.list}
        role="listbox"
        aria-label={words.listLabel}
        aria-description={words.keys}
        aria-activedescendant={active >= 0 ? rowId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (active < 0) store.getState().setActiveProfile(rows[0]?.row.id ?? null);
        }}
      >
        <div className={styles.all} style={{ height: virtualizer.getTotalSize() }} role="presentation">
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const profile = rows[index];
            if (!profile) return null;
            return (
              <ProfileRowView
                // By place, not by profile: a filter then rewrites the rows in view and builds none anew.
                key={index % slots}
                id={rowId(index)}
                profile={profile}
                top={start}
                position={index + 1}
                of={rows.length}
                isActive={index === active}
                isUnsaved={unsaved.has(keyOf({ kind: 'profile', id: profile.row.id }))}
                onOpen={open}
                onConnect={connect}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
