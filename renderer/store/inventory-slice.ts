import type { StateCreator } from 'zustand';
import type { PartialListing, VmId } from '../../shared/azure/virtual-machine';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import { asAppError } from '../api';
import { type IndexedVm, indexVm, type SortKey, sortVms } from './search-index';

/** Where the list comes from; its rows are kept beside it, as a failed refresh leaves the last ones in view. */
export type Listing =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'listing';
      readonly runId: string;
      readonly soFar: number;
      readonly total: number | null;
    }
  | { readonly phase: 'listed'; readonly asOf: string; readonly partial: readonly PartialListing[] }
  | { readonly phase: 'failed'; readonly error: AppError };

export type ListTab = 'favourites' | 'recent' | 'all';

export interface InventorySlice {
  readonly listing: Listing;
  /** Sorted; replaced whole when a refresh ends, grown page by page while the first list arrives. */
  readonly vms: readonly IndexedVm[];
  /** When the rows in view were read; null before the first list is complete. */
  readonly vmsAsOf: string | null;
  readonly filter: string;
  readonly sort: SortKey;
  readonly tab: ListTab;
  /** The row the arrow keys are on. */
  readonly activeVm: VmId | null;
  readonly listVms: () => Promise<void>;
  readonly forgetVms: () => void;
  readonly setFilter: (filter: string) => void;
  readonly setSort: (sort: SortKey) => void;
  readonly setTab: (tab: ListTab) => void;
  readonly setActiveVm: (vmId: VmId | null) => void;
}

/** Mirrors main's listing. Late pages and answers of a replaced run are dropped. */
export const createInventorySlice =
  (api: Api): StateCreator<InventorySlice> =>
  (set, get) => {
    const isCurrent = (runId: string): boolean => {
      const { listing } = get();
      return listing.phase === 'listing' && listing.runId === runId;
    };

    return {
      listing: { phase: 'idle' },
      vms: [],
      vmsAsOf: null,
      filter: '',
      sort: 'name',
      tab: 'all',
      activeVm: null,

      async listVms() {
        const before = get().listing;
        if (before.phase === 'listing') void api.inventory.cancel({ runId: before.runId });

        const runId = crypto.randomUUID();
        const isFirst = get().vmsAsOf === null;
        const arrived: IndexedVm[] = [];
        set({ listing: { phase: 'listing', runId, soFar: 0, total: null }, ...(isFirst && { vms: [] }) });

        const stopListening = api.inventory.onPage((page) => {
          if (page.runId !== runId || !isCurrent(runId)) return;
          for (const vm of page.vms) arrived.push(indexVm(vm));
          set({
            listing: { phase: 'listing', runId, soFar: page.soFar, total: page.total },
            ...(isFirst && { vms: sortVms(arrived, get().sort) }),
          });
        });
        try {
          const { asOf, partial } = await api.inventory.list({ runId });
          if (!isCurrent(runId)) return;
          set({
            listing: { phase: 'listed', asOf, partial },
            vms: sortVms(arrived, get().sort),
            vmsAsOf: asOf,
          });
        } catch (error) {
          if (isCurrent(runId)) set({ listing: { phase: 'failed', error: asAppError(error) } });
        } finally {
          stopListening();
        }
      },

      forgetVms() {
        const { listing } = get();
        if (listing.phase === 'listing') void api.inventory.cancel({ runId: listing.runId });
        set({ listing: { phase: 'idle' }, vms: [], vmsAsOf: null, filter: '', activeVm: null });
      },
      setFilter: (filter) => set({ filter }),
      setSort: (sort) => set({ sort, vms: sortVms(get().vms, sort) }),
      setTab: (tab) => set({ tab }),
      setActiveVm: (activeVm) => set({ activeVm }),
    };
  };
