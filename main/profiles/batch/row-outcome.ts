import type { PlannedRow } from '../../../shared/profiles/batch/planned-row';

/** What became of a row. */
export interface RowOutcome extends PlannedRow {
  /** An earlier run had written it already. */
  readonly isKept: boolean;
  /** Null for a file without one, and where there is no file. */
  readonly signature: { readonly signer: string; readonly covered: readonly string[] } | null;
}
