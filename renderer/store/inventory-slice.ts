import type { StateCreator } from 'zustand';
import type { PartialListing, VmId } from '../../shared/azure/virtual-machine';
import { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import { asAppError } from '../api';
import { readLastList } from './last-list';
import { type IndexedVm, indexVm, type SortKey, sortVms } from './search-index';

/** Where the list comes from; its rows are kept beside it, as a failed refresh leaves the last ones in view. */
export type Listing =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'listing';
      readonly runId: string;
      readonly soFar: number;
      readonly total: number | null;
      /** The rows in view are an earlier list's, as Azure could not be asked for this one. */
      readonly areRowsOld: boolean;
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
  /** Why the list that was saved on this PC is not shown, where Azure could not be asked either. */
  readonly lastListProblem: string | null;
  /** The list that is there to be shown to who is not signed in. */
  readonly lastListThere: { readonly asOf: string; readonly username: string } | null;
  readonly filter: string;
  readonly sort: SortKey;
  readonly tab: ListTab;
  /** The row the arrow keys are on. */
  readonly activeVm: VmId | null;
  readonly listVms: () => Promise<void>;
  readonly lookForLastList: () => Promise<void>;
  /** The last list, without signing in. */
  readonly showLastList: () => Promise<void>;
  readonly forgetVms: () => void;
  readonly setFilter: (filter: string) => void;
  readonly setSort: (sort: SortKey) => void;
  readonly setTab: (tab: ListTab) => void;
  readonly setActiveVm: (vmId: VmId | null) => void;
}

/** How long Azure may be silent before the last list is shown meanwhile, in milliseconds. */
const patienceMs = 4000;

/** Failures that say nothing of the list: Azure, or a sign-in, could not be reached. */
const offline: readonly AppError['code'][] = ['unreachable', 'timed-out', 'sign-in-required'];

/** Whether the rows in view are an earlier list's, as Azure could not be asked for a newer one. */
export function areVmsOld({
  listing,
  vms,
  vmsAsOf,
}: Pick<InventorySlice, 'listing' | 'vms' | 'vmsAsOf'>): boolean {
  if (vms.length === 0 || vmsAsOf === null) return false;
  return listing.phase === 'failed' || (listing.phase === 'listing' && listing.areRowsOld);
}

/** Mirrors main's listing. Late pages and answers of a replaced run are dropped. */
export const createInventorySlice =
  (api: Api): StateCreator<InventorySlice> =>
  (set, get) => {
    const running = (runId: string) => {
      const { listing } = get();
      return listing.phase === 'listing' && listing.runId === runId ? listing : undefined;
    };

    /** Where no list is in view, the last one is put there until Azure answers with another. */
    async function showLast(runId: string, isStillWanted: () => boolean): Promise<void> {
      if (get().vmsAsOf !== null) return;
      try {
        const last = await readLastList(api);
        const current = running(runId);
        if (!last || !current || !isStillWanted() || get().vmsAsOf !== null) return;
        set({
          listing: { ...current, areRowsOld: true },
          vms: sortVms(last.rows, get().sort),
          vmsAsOf: last.asOf,
        });
      } catch (error) {
        set({ lastListProblem: asAppError(error).message });
      }
    }

    return {
      listing: { phase: 'idle' },
      vms: [],
      vmsAsOf: null,
      lastListProblem: null,
      lastListThere: null,
      filter: '',
      sort: 'name',
      tab: 'all',
      activeVm: null,

      async listVms() {
        const before = get().listing;
        if (before.phase === 'listing') void api.inventory.cancel({ runId: before.runId });

        const runId = crypto.randomUUID();
        const isFirst = get().vmsAsOf === null;
        const areRowsOld = areVmsOld(get());
        const arrived: IndexedVm[] = [];
        set({
          listing: { phase: 'listing', runId, soFar: 0, total: null, areRowsOld },
          lastListProblem: null,
          ...(isFirst && { vms: [] }),
        });

        const stopListening = api.inventory.onPage((page) => {
          const current = running(runId);
          if (page.runId !== runId || !current) return;
          for (const vm of page.vms) arrived.push(indexVm(vm));
          set({
            listing: { ...current, soFar: page.soFar, total: page.total },
            // Rows that are in view, though old, are replaced as a whole.
            ...(get().vmsAsOf === null && { vms: sortVms(arrived, get().sort) }),
          });
        });
        // What comes of Azure meanwhile is better.
        const isSilent = (): boolean => arrived.length === 0;
        const waiting = setTimeout(() => {
          if (isSilent()) void showLast(runId, isSilent);
        }, patienceMs);
        try {
          const { asOf, partial } = await api.inventory.list({ runId });
          if (!running(runId)) return;
          set({
            listing: { phase: 'listed', asOf, partial },
            vms: sortVms(arrived, get().sort),
            vmsAsOf: asOf,
          });
        } catch (error) {
          const appError = asAppError(error);
          if (running(runId) && offline.includes(appError.code)) await showLast(runId, () => true);
          if (running(runId)) set({ listing: { phase: 'failed', error: appError } });
        } finally {
          clearTimeout(waiting);
          stopListening();
        }
      },

      async lookForLastList() {
        // One that cannot be used is as good as none to who did not ask for it.
        set({ lastListThere: await api.inventory.lastHead().catch(() => null) });
      },

      async showLastList() {
        const runId = crypto.randomUUID();
        set({
          listing: { phase: 'listing', runId, soFar: 0, total: null, areRowsOld: false },
          lastListProblem: null,
        });
        await showLast(runId, () => true);
        const error = new AppError('sign-in-required', 'You are not signed in.');
        if (running(runId)) set({ listing: { phase: 'failed', error } });
      },

      forgetVms() {
        const { listing } = get();
        if (listing.phase === 'listing') void api.inventory.cancel({ runId: listing.runId });
        set({
          listing: { phase: 'idle' },
          vms: [],
          vmsAsOf: null,
          lastListProblem: null,
          lastListThere: null,
          filter: '',
          activeVm: null,
        });
      },
      setFilter: (filter) => set({ filter }),
      setSort: (sort) => set({ sort, vms: sortVms(get().vms, sort) }),
      setTab: (tab) => set({ tab }),
      setActiveVm: (activeVm) => set({ activeVm }),
    };
  };
