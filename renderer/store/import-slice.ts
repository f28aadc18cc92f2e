import type { StateCreator } from 'zustand';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type { ImportReport } from '../../shared/profiles/library-view';
import { asAppError } from '../api';
import type { LibrarySlice } from './library-slice';

export type Importing =
  | { readonly phase: 'none' }
  /** The desktop asks which files: nothing is known yet. */
  | { readonly phase: 'choosing'; readonly runId: string }
  | { readonly phase: 'reading'; readonly runId: string; readonly read: number; readonly place: string }
  | { readonly phase: 'planned'; readonly runId: string; readonly report: ImportReport }
  | {
      readonly phase: 'saving';
      readonly runId: string;
      readonly report: ImportReport;
      readonly saved: number;
      /** Null until the first is saved. */
      readonly total: number | null;
      readonly isCancelling: boolean;
    }
  | { readonly phase: 'done'; readonly report: ImportReport }
  /** `planned` is there where saving stopped and can go on. */
  | { readonly phase: 'failed'; readonly error: AppError; readonly planned: Planned | null };

type Planned = Extract<Importing, { phase: 'planned' }>;

export interface ImportSlice {
  readonly importing: Importing;
  readonly planImport: (what: 'files' | 'folder') => Promise<void>;
  readonly runImport: () => Promise<void>;
  /** Stops what runs; what is planned or told only closes. */
  readonly leaveImport: () => void;
}

/** An import, step by step: main reads, tells what would come, and saves it when the person has seen that. */
export const createImportSlice =
  (api: Api): StateCreator<ImportSlice & LibrarySlice, [], [], ImportSlice> =>
  (set, get) => {
    const isCurrent = (runId: string): boolean => {
      const { importing } = get();
      return 'runId' in importing && importing.runId === runId;
    };

    api.import.onProgress(({ runId, at }) => {
      const { importing } = get();
      if (!('runId' in importing) || importing.runId !== runId) return;
      if (at.stage === 'reading' && (importing.phase === 'choosing' || importing.phase === 'reading')) {
        set({ importing: { phase: 'reading', runId, read: at.read, place: at.place } });
      }
      if (at.stage === 'saving' && importing.phase === 'saving') {
        set({ importing: { ...importing, saved: at.saved, total: at.total } });
      }
    });

    return {
      importing: { phase: 'none' },

      async planImport(what) {
        if (get().importing.phase !== 'none') return;
        const runId = crypto.randomUUID();
        set({ importing: { phase: 'choosing', runId } });
        try {
          const report = await api.import.plan({ runId, what });
          if (isCurrent(runId)) {
            set({ importing: report ? { phase: 'planned', runId, report } : { phase: 'none' } });
          }
        } catch (error) {
          if (isCurrent(runId))
            set({ importing: { phase: 'failed', error: asAppError(error), planned: null } });
        }
      },
      async runImport() {
        const { importing } = get();
        const planned = importing.phase === 'failed' ? importing.planned : importing;
        if (planned?.phase !== 'planned') return;
        const { runId, report } = planned;
        set({ importing: { phase: 'saving', runId, report, saved: 0, total: null, isCancelling: false } });
        try {
          set({ importing: { phase: 'done', report: await api.import.run({ runId }) } });
        } catch (failure) {
          const error = asAppError(failure);
          // What was cancelled is forgotten by main.
          set({
            importing: { phase: 'failed', error, planned: error.code === 'cancelled' ? null : planned },
          });
        }
        await get().readLibrary();
      },
      leaveImport() {
        const { importing } = get();
        if (importing.phase === 'saving') {
          set({ importing: { ...importing, isCancelling: true } });
        } else {
          set({ importing: { phase: 'none' } });
        }
        const planned = importing.phase === 'failed' ? importing.planned : importing;
        if (planned && 'runId' in planned) void api.import.cancel({ runId: planned.runId });
      },
    };
  };
