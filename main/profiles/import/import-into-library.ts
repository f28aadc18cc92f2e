import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { planImport } from '../../../shared/profiles/import/plan-import';
import type { ImportReport } from '../../../shared/profiles/library-view';
import type { Library } from '../library';
import { type FailedPath, readSources } from './read-sources';
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

export type ImportProgress =
  | { readonly stage: 'reading'; readonly read: number; readonly place: string }
  | { readonly stage: 'saving'; readonly saved: number; readonly total: number };

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
  const { imports, leftOut, failed } = await readSources(paths, signal, (read, place) =>
    onProgress?.({ stage: 'reading', read, place }),
  );
  const { templates, profiles, problems } = await library.contents();
  // A file that cannot be used still has its name: nothing is written over it.
  const unusableIds = problems.map(({ file }) => basename(file).replace(/\.json$/i, ''));
  const plan = planImport(imports, { templates, profiles, unusableIds }, digest);
  const report = isPlan
    ? plan.report
    : await saveImport(library, plan, signal, (saved, total) =>
        onProgress?.({ stage: 'saving', saved, total }),
      );
  const notImported = failed.map(({ path, error }) => ({
    place: path,
    what: 'all of it',
    because: error.message,
  }));
  return { report: { ...report, leftOut: [...notImported, ...leftOut, ...report.leftOut] }, failed };
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
