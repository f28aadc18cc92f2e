import type { VmId } from '../../azure/virtual-machine';
import type { BatchRow } from '../batch-view';
import type { Recipe } from './recipes';

/** A row that has been judged, and what its file is made of. */
export interface PlannedRow extends BatchRow {
  readonly vmId: VmId | null;
  readonly vmName: string | null;
  readonly computerName: string | null;
  /** Null where there will be no file. */
  readonly make: RowFile | null;
}

/** What one file of a batch says. */
export interface RowFile {
  readonly address: string;
  readonly port: number;
  readonly username: string | null;
  readonly route: 'web-account' | 'password';
  readonly recipe: Recipe;
}
