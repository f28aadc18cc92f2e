import type { VmId } from '../../shared/azure/virtual-machine';
import type { InventorySlice, ListTab } from './inventory-slice';
import { type Places, searchOf } from './search';
import type { IndexedVm } from './search-index';
import type { SettingsSlice } from './settings-slice';

type Source = Pick<InventorySlice, 'vms' | 'filter' | 'tab'> & Pick<SettingsSlice, 'settings'>;

/** The rows of the list: of the tab, and of the filter. A row is looked up when it is shown. */
export interface VisibleVms {
  readonly count: number;
  at(index: number): IndexedVm | undefined;
  /** -1 for a VM that is not among them. */
  indexOf(vmId: VmId | null): number;
}

export const visibleVms = createVisibleVms();

interface Found {
  readonly filter: string;
  readonly places: Places;
}

/**
 * Remembers its last answer, and what each beginning of the filter had left: typed further, it looks through
 * those rows alone; taken back, through none. That keeps 50,000 VMs within a frame a key.
 */
export function createVisibleVms(): (source: Source) => VisibleVms {
  let tabOf: readonly unknown[] = [];
  let rowsOfTab: readonly IndexedVm[] = [];
  let lastFilter = '';
  let beginnings: readonly Found[] = [];
  let visible = allOf([]);

  function placesFor(filter: string): Places {
    const search = searchOf(rowsOfTab);
    const nearest = beginnings.at(-1);
    const places = nearest?.filter === filter ? nearest.places : search.places(filter, nearest?.places);
    if (nearest?.filter !== filter) beginnings = [...beginnings, { filter, places }];
    return search.calledFirst(places, filter);
  }

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
    lastFilter = filter;
    visible = filter === '' ? allOf(rowsOfTab) : someOf(rowsOfTab, placesFor(filter));
    return visible;
  };
}

function allOf(rows: readonly IndexedVm[]): VisibleVms {
  return {
    count: rows.length,
    at: (index) => rows[index],
    indexOf: (vmId) => (vmId === null ? -1 : rows.findIndex(({ vm }) => vm.id === vmId)),
  };
}

function someOf(rows: readonly IndexedVm[], places: Places): VisibleVms {
  return {
    count: places.length,
    at: (index) => rows[places[index] ?? -1],
    indexOf: (vmId) => (vmId === null ? -1 : places.findIndex((place) => rows[place]?.vm.id === vmId)),
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
