import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import { nextIndex } from '../../components/next-index';
import type { IndexedVm } from '../../store/search-index';
import { useApp, useAppStore } from '../../store/store';
import styles from './VmList.module.css';
import { VmRow } from './VmRow';
import { words } from './words';

const rowHeight = 32;
/** More than the rows any screen shows at once. */
const slots = 256;
const rowId = (index: number): string => `vm-row-${index}`;

interface VmListProps {
  readonly rows: readonly IndexedVm[];
}

/** Only the rows in view are in the page; the arrow keys move a mark, Enter opens, Ctrl+Enter connects. */
export function VmList({ rows }: VmListProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const store = useAppStore();
  const activeVm = useApp((state) => state.activeVm);
  const openVm = useApp((state) => state.openVm);
  const isStale = useApp(({ listing }) => listing.phase === 'failed');
  const filter = useApp((state) => state.filter);
  const tab = useApp((state) => state.tab);
  const favourites = useFavourites();
  const active = useMemo(
    () => (activeVm === null ? -1 : rows.findIndex(({ vm }) => vm.id === activeVm)),
    [rows, activeVm],
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
    (vmId: VmId) => {
      store.getState().setActiveVm(vmId);
      store.getState().showVm(vmId);
    },
    [store],
  );

  // Other rows begin at their first.
  useEffect(() => {
    // Asking the page itself where it is would lay it out once more a key.
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo(0, 0);
  }, [filter, tab, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      open(row.vm.id);
      if (event.ctrlKey || event.metaKey) {
        event.stopPropagation();
        void store.getState().startConnect({ vmId: row.vm.id, route: null, anyway: false });
      }
      return;
    }
    const viewHeight = scroller.current?.clientHeight ?? 0;
    const next = nextIndex(event.key, active, rows.length, Math.floor(viewHeight / rowHeight));
    if (next === undefined) return;
    event.preventDefault();
    store.getState().setActiveVm(rows[next]?.vm.id ?? null);
    virtualizer.scrollToIndex(next);
  };

  return (
    <div
      ref={scroller}
      id="vm-list"
      className={styles.list}
      data-stale={isStale}
      role="listbox"
      aria-label={words.listLabel}
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active < 0) store.getState().setActiveVm(openVm ?? rows[0]?.vm.id ?? null);
      }}
    >
      <div className={styles.all} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <VmRow
              // By place, not by VM: a filter then rewrites the rows in view and builds none anew.
              key={index % slots}
              id={rowId(index)}
              vm={row.vm}
              top={start}
              position={index + 1}
              of={rows.length}
              isActive={index === active}
              isOpen={row.vm.id === openVm}
              isFavourite={favourites.has(row.vm.id.toLowerCase())}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}

function useFavourites(): ReadonlySet<string> {
  const favourites = useApp(({ settings }) =>
    settings.phase === 'known' ? settings.settings.favourites : undefined,
  );
  return useMemo(() => new Set(favourites?.map((id) => id.toLowerCase())), [favourites]);
}
