import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { AppError } from '../../../shared/errors/app-error';
import { explained } from '../../rdp-files/write-whole';
import { lockFile } from './own-files';

/** A run that was killed no longer renews its lock: it is taken over after that. */
const staleMs = 3000;

/** @throws AppError `conflict` while another batch writes into the same folder. */
export async function whileAlone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, lockFile);
  const release = await lock(folder, {
    lockfilePath: path,
    realpath: false,
    stale: staleMs,
    update: 1000,
    // Long enough for the lock of a run that was killed to grow stale.
    retries: { retries: 30, factor: 1, minTimeout: 200 },
    // A PC that slept may lose its lock, which must not end the process.
    onCompromised: () => undefined,
  }).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED'))
      throw explained(path, cause);
    throw new AppError(
      'conflict',
      `Nothing was written: another batch is writing into ${folder}. Wait for it, or choose another folder.`,
      { cause },
    );
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
