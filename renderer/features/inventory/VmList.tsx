import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react';
import type { VmId } from '../../../shared/azure/virtual-machine';
import { nextIndex } from '../../components/next-index';
import { areVmsOld } from '../../store/inventory-slice';
import { useApp, useAppStore } from '../../store/store';
import type { VisibleVms } from '../../store/visible-vms';
import styles from './VmList.module.css';
import { VmRow } from './VmRow';
import { words } from './words';

const rowHeight = 32;
/** More than the rows any screen shows at once. */
const slots = 256;
const rowId = (index: number): string => `vm-row-${index}`;

interface VmListProps {
  readonly rows: VisibleVms;
}

/** Only the rows in view are in the page; the arrow keys move a mark, Enter opens, Ctrl+Enter connects. */
export function VmList({ rows }: VmListProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const store = useAppStore();
  const activeVm = useApp((state) => state.activeVm);
  const openVm = useApp((state) => state.openVm);
  const isStale = useApp(areVmsOld);
  const filter = useApp((state) => state.filter);
  const tab = useApp((state) => state.tab);
  const favourites = useFavourites();
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
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

  const items = virtualizer.getVirtualItems();
  const shownActive = items.find(({ index }) => activeVm !== null && rows.at(index)?.vm.id === activeVm);

  const onKeyDown = (event: KeyboardEvent): void => {
    const active = rows.indexOf(activeVm);
    const row = rows.at(active);
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
    const next = nextIndex(event.key, active, rows.count, Math.floor(viewHeight / rowHeight));
    if (next === undefined) return;
    event.preventDefault();
    store.getState().setActiveVm(rows.at(next)?.vm.id ?? null);
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
      aria-activedescendant={shownActive && rowId(shownActive.index)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (rows.indexOf(activeVm) < 0) store.getState().setActiveVm(openVm ?? rows.at(0)?.vm.id ?? null);
      }}
    >
      <div className={styles.all} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {items.map(({ index, start }) => {
          const row = rows.at(index);
          if (!row) return null;
          return (
            <VmRow
              // By place, not by VM: a filter then rewrites the rows in view and builds none anew.
              key={index % slots}
              id={rowId(index)}
              vm={row.vm}
              top={start}
              position={index + 1}
              of={rows.count}
              isActive={row.vm.id === activeVm}
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
