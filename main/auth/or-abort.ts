import { AppError } from '../../shared/errors/app-error';

/**
 * The result, or an AppError `cancelled` as soon as `signal` says so: for work that cannot be stopped
 * itself. Its late answer is dropped.
 */
export function orAbort<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  sentence = 'It was cancelled.',
): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new AppError('cancelled', sentence));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
