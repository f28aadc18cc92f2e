import { AppError, isAppError } from '../../shared/errors/app-error';

/** Long work of one room that a window may cancel by the id it gave. */
export interface Runs {
  /**
   * `afterwards` belongs to the run, too: it can be cancelled for as long as that goes on.
   *
   * @throws AppError `cancelled` when the run was cancelled, whatever the work itself then threw.
   */
  during<T>(
    runId: string,
    work: (signal: AbortSignal) => Promise<T>,
    afterwards?: (result: T) => Promise<unknown>,
  ): Promise<T>;
  cancel(runId: string): void;
  cancelAll(): void;
}

/** @param what Completes "… was cancelled.": `Listing the VMs`. */
export function createRuns(what: string): Runs {
  const running = new Map<string, AbortController>();
  return {
    async during(runId, work, afterwards) {
      running.get(runId)?.abort();
      const controller = new AbortController();
      running.set(runId, controller);
      const end = (): void => {
        if (running.get(runId) === controller) running.delete(runId);
      };
      try {
        const result = await work(controller.signal);
        if (afterwards) void afterwards(result).finally(end);
        else end();
        return result;
      } catch (error) {
        end();
        // Work that names its own end knows what was done until then.
        if (controller.signal.aborted && !(isAppError(error) && error.code === 'cancelled'))
          throw new AppError('cancelled', `${what} was cancelled.`, { cause: error });
        throw error;
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
