import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type ImportPlan, planImport } from '../../../shared/profiles/import/plan-import';
import type { ImportProgress, ImportReport } from '../../../shared/profiles/library-view';
import type { Library } from '../library';
import { type FailedPath, type ReadSources, readSources } from './read-sources';
import { saveImport } from './save-import';

export interface ImportRequest {
  readonly library: Library;
  /** Files and folders, of any program and mixed. */
  readonly paths: readonly string[];
  /** Tells what would be imported, and saves nothing. */
  readonly isPlan?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportOutcome {
  readonly report: ImportReport;
  /** Paths that gave nothing, in `report.leftOut`, too. */
  readonly failed: readonly FailedPath[];
}

/**
 * Imports connections of other programs into the library. Everything is read and judged before the first
 * entry is saved; a path that cannot be imported does not stop the others.
 *
 * @throws AppError as `Library.contents` and `Library.save` do; `cancelled`.
 */
export async function importIntoLibrary(request: ImportRequest): Promise<ImportOutcome> {
  const { library, paths, isPlan = false, signal, onProgress } = request;
  const sources = await readSources(paths, signal, (read, place) =>
    onProgress?.({ stage: 'reading', read, place }),
  );
  const report = isPlan
    ? await planOf(library, sources)
    : await saveSources(library, sources, signal, (saved, total) =>
        onProgress?.({ stage: 'saving', saved, total }),
      );
  return { report, failed: sources.failed };
}

/** What would become of everything that was read, by what the library holds now. */
export async function planOf(library: Library, sources: ReadSources): Promise<ImportReport> {
  return withUnread((await planFor(library, sources)).report, sources);
}

/** @throws AppError as `saveImport` does. */
export async function saveSources(
  library: Library,
  sources: ReadSources,
  signal: AbortSignal,
  onProgress: (saved: number, total: number) => void,
): Promise<ImportReport> {
  const plan = await planFor(library, sources);
  return withUnread(await saveImport(library, plan, signal, onProgress), sources);
}

async function planFor(library: Library, { imports }: ReadSources): Promise<ImportPlan> {
  const { templates, profiles, problems } = await library.contents();
  // A file that cannot be used still has its name: nothing is written over it.
  const unusableIds = problems.map(({ file }) => basename(file).replace(/\.json$/i, ''));
  return planImport(imports, { templates, profiles, unusableIds }, digest);
}

function withUnread(report: ImportReport, { failed, leftOut }: ReadSources): ImportReport {
  const notImported = failed.map(({ path, error }) => ({
    place: path,
    what: 'all of it',
    because: error.message,
  }));
  return { ...report, leftOut: [...notImported, ...leftOut, ...report.leftOut] };
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
