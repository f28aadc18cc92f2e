import { type JudgedRow, judgeRow, type Planning } from './judge-row';
import type { ListRow } from './list-row';
import type { PlannedRow } from './planned-row';
import { createPlaces, type PlacesOptions } from './row-places';

/**
 * Judges every row: its VM, its route and template, what its file says and where it goes. A row with a problem
 * keeps it to itself.
 */
export function planRows(rows: readonly ListRow[], planning: Planning & PlacesOptions): PlannedRow[] {
  const judged = rows.map((row) => judgeRow(row, planning));
  const places = createPlaces(planning);
  // Names that were asked for come before those that can still be chosen.
  for (const row of judged) if (row.out !== null) places.give(row);
  for (const row of judged) if (row.out === null) places.choose(row);
  return judged.map(settled);
}

function settled(row: JudgedRow): PlannedRow {
  const { container, path, problem } = row;
  const isMade = problem === null;
  return {
    line: row.line,
    vm: row.vm,
    user: row.user,
    file: isMade ? (container ?? path) : null,
    entry: isMade && container !== null ? path : null,
    route: row.route,
    address: row.address,
    template: row.template,
    asks: row.asks,
    warnings: row.warnings,
    problem,
    vmId: row.vmId,
    vmName: row.vmName,
    computerName: row.computerName,
    make: isMade ? row.make : null,
  };
}
