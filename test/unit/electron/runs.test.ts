import { expect, it } from 'vitest';
import { createRuns } from '../../../main/electron/runs';
import { AppError } from '../../../shared/errors/app-error';

/** Work that ends only when it is cancelled, badly. */
const untilCancelled = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new TypeError('the socket was torn down')));
  });

it('gives back what the work gives', async () => {
  expect(await createRuns('Listing').during('a', async () => 5)).toBe(5);
});

it('names a cancelled run as such, however the work ended', async () => {
  const runs = createRuns('Listing the VMs');
  const listing = runs.during('a', untilCancelled);
  runs.cancel('a');
  await expect(listing).rejects.toMatchObject({
    code: 'cancelled',
    message: 'Listing the VMs was cancelled.',
  });
});

it('leaves another run alone', async () => {
  const runs = createRuns('Listing');
  const kept = runs.during('kept', async (signal) => {
    await Promise.resolve();
    return signal.aborted;
  });
  runs.cancel('another');
  expect(await kept).toBe(false);
});

it('lets a run with the same id take the place of the first', async () => {
  const runs = createRuns('Listing');
  const first = runs.during('a', untilCancelled);
  const second = runs.during('a', async (signal) => signal.aborted);
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  expect(await second).toBe(false);
});

it('cancels all', async () => {
  const runs = createRuns('Listing');
  const all = [runs.during('a', untilCancelled), runs.during('b', untilCancelled)];
  runs.cancelAll();
  for (const run of all) await expect(run).rejects.toMatchObject({ code: 'cancelled' });
});

it('passes on a failure that is no cancelling', async () => {
  const broken = async (): Promise<never> => {
    throw new RangeError('a bug');
  };
  await expect(createRuns('Listing').during('a', broken)).rejects.toBeInstanceOf(RangeError);
});

it('leaves the words to work that names its own end', async () => {
  const runs = createRuns('Saving');
  const saving = runs.during('a', async (signal) => {
    await untilCancelled(signal).catch(() => undefined);
    throw new AppError('cancelled', '3 of 5 were saved before.');
  });
  runs.cancel('a');
  await expect(saving).rejects.toMatchObject({ message: '3 of 5 were saved before.' });
});
