import { join } from 'node:path';
import type { PlannedRow } from '../../../shared/profiles/batch/planned-row';
import type { BatchPlan, BatchRow } from '../../../shared/profiles/batch-view';
import type { Batch } from './plan-batch';
import type { RowOutcome } from './row-outcome';

/**
 * What is shown of a batch before anything is written: problems first, then rows with warnings, each in the
 * order of the list.
 *
 * @param most rows, of which a person looks at few; what is counted is not cut.
 */
export function planOf(id: string, { notes, rows }: Batch, most: number): BatchPlan {
  const problems = rows.filter(({ problem }) => problem !== null).length;
  return {
    id,
    total: rows.length,
    ready: rows.length - problems,
    problems,
    users: new Set(rows.flatMap(({ make, user }) => (make && user?.toLowerCase()) ?? [])).size,
    dialogs: dialogsOf(rows),
    rows: inOrderOfWorry(rows).slice(0, most).map(shownRow),
    notes: [...notes],
  };
}

export function inOrderOfWorry<Row extends BatchRow>(rows: readonly Row[]): Row[] {
  const worry = ({ problem, warnings }: BatchRow): number =>
    problem !== null ? 0 : warnings.length > 0 ? 1 : 2;
  return rows.toSorted((a, b) => worry(a) - worry(b) || a.line - b.line);
}

/** A row as the contract promises it, without what its file is made of. */
export function shownRow(row: BatchRow): BatchRow {
  const { address, asks, entry, file, line, problem, route, template, user, vm, warnings } = row;
  return { line, vm, user, file, entry, route, address, template, asks, warnings, problem };
}

function dialogsOf(rows: readonly PlannedRow[]): BatchPlan['dialogs'] {
  const dialogs = new Map<string, BatchPlan['dialogs'][number]>();
  for (const { asks, make, template } of rows) {
    if (make === null) continue;
    const { templates } = make.recipe;
    const key = JSON.stringify([templates, asks]);
    const before = dialogs.get(key);
    dialogs.set(key, { template, templates: [...templates], asks, files: (before?.files ?? 0) + 1 });
  }
  return [...dialogs.values()].toSorted((a, b) => b.files - a.files).slice(0, 20);
}

/** For programs: what became of a row, its file by its whole path. */
export function absolute({ make: _make, ...row }: RowOutcome, folder: string): object {
  return { ...row, file: row.file === null ? null : join(folder, ...row.file.split('/')) };
}
