import type { StateCreator } from 'zustand';
import type { VmId } from '../../shared/azure/virtual-machine';
import type { AppError } from '../../shared/errors/app-error';
import type { Api } from '../../shared/ipc/contract';
import type { CheckId } from '../../shared/preflight/check-id';
import type { CheckResult, Report } from '../../shared/preflight/report';
import { asAppError } from '../api';

export type ResultsById = ReadonlyMap<CheckId, CheckResult>;

export type PreflightState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      readonly runId: string;
      readonly vmId: VmId;
      readonly results: ResultsById;
      readonly total: number | null;
    }
  | {
      readonly phase: 'done';
      /** The run whose late facts may still refine the report; null where a Connect brought it. */
      readonly runId: string | null;
      readonly vmId: VmId;
      readonly results: ResultsById;
      readonly report: Report;
      /** From the click to the report; null where a Connect brought it. */
      readonly durationMs: number | null;
    }
  | { readonly phase: 'failed'; readonly vmId: VmId; readonly error: AppError };

export interface PreflightSlice {
  readonly preflight: PreflightState;
  readonly runPreflight: (vmId: VmId) => Promise<void>;
  /** A Connect ends with the report it was judged by, which is newer than the one in view. */
  readonly showReport: (vmId: VmId, report: Report) => void;
  readonly forgetPreflight: () => void;
}

function resultsById(results: readonly CheckResult[]): ResultsById {
  return new Map(results.map((result) => [result.id, result]));
}

/** Mirrors main's pre-flight run of the VM in view. */
export const createPreflightSlice =
  (api: Api): StateCreator<PreflightSlice> =>
  (set, get) => {
    function cancelRunning(): void {
      const { preflight } = get();
      if (preflight.phase !== 'running' && preflight.phase !== 'done') return;
      if (preflight.runId !== null) void api.preflight.cancel({ runId: preflight.runId });
    }

    api.preflight.onRefined(({ runId, report }) => {
      const { preflight } = get();
      if (preflight.phase !== 'done' || preflight.runId !== runId) return;
      set({ preflight: { ...preflight, report, results: resultsById(report.results) } });
    });

    return {
      preflight: { phase: 'idle' },

      async runPreflight(vmId) {
        cancelRunning();
        const runId = crypto.randomUUID();
        const startedAt = performance.now();
        const current = () => {
          const { preflight } = get();
          return preflight.phase === 'running' && preflight.runId === runId ? preflight : undefined;
        };
        const stopListening = api.preflight.onProgress((progress) => {
          const running = current();
          if (progress.runId !== runId || !running) return;
          const results = new Map([...running.results, ...resultsById(progress.results)]);
          set({ preflight: { ...running, results, total: progress.total } });
        });

        set({ preflight: { phase: 'running', runId, vmId, results: new Map(), total: null } });
        try {
          const report = await api.preflight.run({ runId, vmId });
          const durationMs = performance.now() - startedAt;
          const results = resultsById(report.results);
          if (current()) set({ preflight: { phase: 'done', runId, vmId, report, results, durationMs } });
        } catch (error) {
          if (current()) set({ preflight: { phase: 'failed', vmId, error: asAppError(error) } });
        } finally {
          stopListening();
        }
      },

      showReport(vmId, report) {
        cancelRunning();
        const results = resultsById(report.results);
        set({ preflight: { phase: 'done', runId: null, vmId, report, results, durationMs: null } });
      },

      forgetPreflight() {
        cancelRunning();
        set({ preflight: { phase: 'idle' } });
      },
    };
  };
