import { AppError, isAppError } from '../../../shared/errors/app-error';
import type { ImportPlan, ImportStep } from '../../../shared/profiles/import/plan-import';
import type { ImportReport } from '../../../shared/profiles/library-view';
import type { Library, Saved } from '../library';

/** Others wait for the library's lock meanwhile. */
const addedAtOnce = 500;

type Saving = Pick<Library, 'add' | 'save' | 'keepFile'>;

/**
 * Saves what was planned, in its order. What somebody else saved in between stays, and is told.
 *
 * @throws AppError as `Library.save` does, and `cancelled`: with how many were saved before. Importing the same
 *   again goes on from there.
 */
export async function saveImport(
  library: Saving,
  { steps, report }: ImportPlan,
  signal: AbortSignal,
  onProgress: (saved: number, total: number) => void,
): Promise<ImportReport> {
  const lost: ImportStep[] = [];
  let done = 0;
  for (const batch of batchesOf(steps)) {
    const before = done;
    const progress = (added: number) => {
      done = before + added;
      onProgress(done, steps.length);
    };
    try {
      const saved = await saveBatch(library, batch, signal, progress);
      lost.push(...batch.filter((_, index) => saved[index]?.outcome === 'conflict'));
      progress(batch.length);
    } catch (error) {
      throw isAppError(error) && done > 0 ? interrupted(error, done, steps.length) : error;
    }
  }
  return lost.length === 0 ? report : withoutLost(report, lost);
}

async function saveBatch(
  library: Saving,
  batch: readonly ImportStep[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<readonly Saved[]> {
  if (signal.aborted) throw new AppError('cancelled', 'The import was cancelled.');
  const [first] = batch;
  if (!first || isNew(first)) {
    return library.add(
      batch.map(({ entry }) => entry),
      { signal, onProgress },
    );
  }
  const { entry, file, basedOn } = first;
  return [
    file && entry.kind === 'profile'
      ? await library.keepFile(entry, file.route, file.bytes, { basedOn })
      : await library.save(entry, { basedOn }),
  ];
}

/**
 * New entries are added many at once, anything else is saved by itself. One batch is saved after the other, and nothing
 * refers to an entry of its own batch: nothing in the library ever refers to what is not there yet.
 */
function batchesOf(steps: readonly ImportStep[]): ImportStep[][] {
  const batches: ImportStep[][] = [];
  let ids = new Set<string>();
  for (const step of steps) {
    const { entry } = step;
    const refersTo = entry.kind === 'template' ? entry.inherits : entry.template;
    const batch = batches.at(-1);
    const fits = batch && batch.length < addedAtOnce && batch.every(isNew) && isNew(step);
    if (fits && (refersTo === null || !ids.has(refersTo))) {
      batch.push(step);
    } else {
      batches.push([step]);
      ids = new Set();
    }
    if (entry.kind === 'template') ids.add(entry.id);
  }
  return batches;
}

function isNew({ basedOn, file }: ImportStep): boolean {
  return basedOn === null && file === null;
}

function withoutLost(
  { profiles, templates, leftOut }: ImportReport,
  lost: readonly ImportStep[],
): ImportReport {
  const keys = new Set(lost.map(({ entry: { kind, id } }) => `${kind} ${id}`));
  return {
    profiles: profiles.filter(({ id }) => !keys.has(`profile ${id}`)),
    templates: templates.filter(({ id }) => !keys.has(`template ${id}`)),
    leftOut: [
      ...leftOut,
      ...lost.map(({ entry, place }) => ({
        place,
        what: `“${entry.name}”`,
        because: `Somebody else saved ${entry.id} at the same moment. Import the same again.`,
      })),
    ],
  };
}

function interrupted(cause: AppError, done: number, total: number): AppError {
  const { code, message, help } = cause;
  const count = (number: number) => number.toLocaleString('en');
  const before = `${count(done)} of ${count(total)} entries were imported before`;
  return new AppError(
    code,
    `${code === 'cancelled' ? 'The import was cancelled.' : message} ${before}. Importing the same again goes on from there.`,
    { cause, ...(help && { help }) },
  );
}
