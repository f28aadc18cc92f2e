import { lock } from 'proper-lockfile';
import { AppError } from '../../shared/errors/app-error';
import { inside } from './layout';

/**
 * The lock is an empty folder, which git does not see. One that its process no longer renews, as it was
 * killed, is taken over after `staleMs`; others are waited for longer than that.
 */
const staleMs = 3000;
const retries = { retries: 90, factor: 1.3, minTimeout: 5, maxTimeout: 100, randomize: true };

/** Whether the lock is still ours: a PC that slept may find it taken over. */
export interface Held {
  isLost(): boolean;
}

/**
 * Runs `work` while nobody else changes the library, on this PC or another one that shares its folder.
 *
 * @throws AppError `timed-out` when somebody keeps it locked for longer than any save takes.
 */
export async function whileLocked<T>(library: string, work: (held: Held) => Promise<T>): Promise<T> {
  let lost = false;
  const release = await lock(library, {
    lockfilePath: inside(library, '.lock'),
    realpath: false,
    stale: staleMs,
    update: 1000,
    retries,
    onCompromised: () => {
      lost = true;
    },
  }).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED')) throw cause;
    throw new AppError(
      'timed-out',
      `Another program keeps the library in ${library} locked. Close the other Entra RDP, then try again. Nothing was changed.`,
      { cause },
    );
  });
  try {
    return await work({ isLost: () => lost });
  } finally {
    await release().catch(() => undefined);
  }
}
