import { AppError } from '../../shared/errors/app-error';

/** Long work of one room that a window may cancel by the id it gave. */
export interface Runs {
  /** @throws AppError `cancelled` when the run was cancelled, whatever the work itself then threw. */
  during<T>(runId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(runId: string): void;
  cancelAll(): void;
}

/** @param what Completes "… was cancelled.": `Listing the VMs`. */
export function createRuns(what: string): Runs {
  const running = new Map<string, AbortController>();
  return {
    async during(runId, work) {
      running.get(runId)?.abort();
      const controller = new AbortController();
      running.set(runId, controller);
      try {
        return await work(controller.signal);
      } catch (error) {
        if (controller.signal.aborted)
          throw new AppError('cancelled', `${what} was cancelled.`, { cause: error });
        throw error;
      } finally {
        if (running.get(runId) === controller) running.delete(runId);
      }
    },
    cancel(runId) {
      running.get(runId)?.abort();
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
