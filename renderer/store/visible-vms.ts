import type { VmId } from '../../shared/azure/virtual-machine';
import type { InventorySlice, ListTab } from './inventory-slice';
import { calledFirst, filterVms, type IndexedVm } from './search-index';
import type { SettingsSlice } from './settings-slice';

type Source = Pick<InventorySlice, 'vms' | 'filter' | 'tab'> & Pick<SettingsSlice, 'settings'>;

/** The rows of the list: of the tab, and of the filter. */
export const visibleVms = createVisibleVms();

interface Found {
  readonly filter: string;
  readonly rows: readonly IndexedVm[];
}

/**
 * Remembers its last answer, and what each beginning of the filter had left: typed further, it looks through
 * those rows alone; taken back, through none. That keeps 50,000 VMs within a frame a key.
 */
export function createVisibleVms(): (source: Source) => readonly IndexedVm[] {
  let tabOf: readonly unknown[] = [];
  let rowsOfTab: readonly IndexedVm[] = [];
  let lastFilter = '';
  let beginnings: readonly Found[] = [];
  let visible: readonly IndexedVm[] = [];

  return ({ vms, filter, tab, settings }) => {
    const known = settings.phase === 'known' ? settings.settings : undefined;
    const parts = [vms, tab, tab === 'favourites' && known?.favourites, tab === 'recent' && known?.recents];
    const isSameTab = parts.every((part, index) => part === tabOf[index]);
    if (!isSameTab) {
      tabOf = parts;
      rowsOfTab = rowsOf(tab, vms, known?.favourites ?? [], known?.recents.map(({ vmId }) => vmId) ?? []);
    }
    if (isSameTab && filter === lastFilter) return visible;

    if (!isSameTab) beginnings = [];
    beginnings = beginnings.filter((found) => filter.startsWith(found.filter));
    const nearest = beginnings.at(-1);
    const rows = nearest?.filter === filter ? nearest.rows : filterVms(nearest?.rows ?? rowsOfTab, filter);
    if (filter !== '' && nearest?.filter !== filter) beginnings = [...beginnings, { filter, rows }];
    visible = calledFirst(rows, filter);
    lastFilter = filter;
    return visible;
  };
}

function rowsOf(
  tab: ListTab,
  vms: readonly IndexedVm[],
  favourites: readonly VmId[],
  recents: readonly VmId[],
): readonly IndexedVm[] {
  if (tab === 'all') return vms;
  const wanted = (tab === 'favourites' ? favourites : recents).map((id) => id.toLowerCase());
  const places = new Map(wanted.map((id, place) => [id, place]));
  const rows = vms.filter(({ vm }) => places.has(vm.id.toLowerCase()));
  // Favourites follow the chosen order; what was opened last comes first.
  if (tab === 'favourites') return rows;
  const placeOf = ({ vm }: IndexedVm): number => places.get(vm.id.toLowerCase()) ?? 0;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
