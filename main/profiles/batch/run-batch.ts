import { resolve } from 'node:path';
import type { PlannedRow } from '../../../shared/profiles/batch/planned-row';
import { type FileSystem, fileSystem } from '../../rdp-files/file-system';
import { openBatchFolder } from './batch-folder';
import { openJournal } from './journal';
import type { BatchSigner } from './make-file';
import { writeManifests } from './manifest';
import { journalFile } from './own-files';
import type { Batch } from './plan-batch';
import type { RowOutcome } from './row-outcome';
import { whileAlone } from './while-alone';
import { createWriter, type OnMade } from './write-unit';

export interface RunOptions {
  /** Made where it is missing. */
  readonly folder: string;
  /** Null writes files without a signature. */
  readonly signer: BatchSigner | null;
  /** Writes over files that no batch of ours wrote, too. */
  readonly isReplacing?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number, problems: readonly RowOutcome[]) => void;
  /** Told of every finished file, those of earlier runs among them. */
  readonly onMade?: OnMade | undefined;
  readonly files?: FileSystem;
}

export interface BatchResult {
  /** Absolute. */
  readonly folder: string;
  readonly written: number;
  readonly kept: number;
  readonly failed: number;
  readonly wasCancelled: boolean;
  readonly manifest: string | null;
  readonly manifestJson: string | null;
  readonly notes: readonly string[];
  /** In the order of the list. */
  readonly rows: readonly RowOutcome[];
}

/** More than the runtime's threads, so that none waits for the disk. */
const atOnce = 64;

/**
 * Writes what a batch planned. What an earlier run wrote and nothing has changed since stays as it is; a row
 * that fails stops no other; what is written when it is cancelled, or the disk is full, stays whole and is
 * told in the manifest.
 *
 * @throws AppError where the folder itself cannot be used, or another batch is writing there.
 */
export async function runBatch(batch: Batch, options: RunOptions): Promise<BatchResult> {
  const { signal, onProgress, isReplacing = false, files = fileSystem } = options;
  const folder = await openBatchFolder(files, resolve(options.folder));
  return whileAlone(folder.path, async () => {
    const journal = await openJournal(files, (await folder.placeOf(journalFile)).path);
    try {
      const outcomes = new Map<PlannedRow, RowOutcome>();
      const settle = (settled: readonly RowOutcome[], rows: readonly PlannedRow[]): void => {
        for (const [index, row] of rows.entries()) {
          const outcome = settled[index];
          if (outcome) outcomes.set(row, outcome);
        }
        const problems = settled.filter(({ problem }) => problem !== null);
        onProgress?.(outcomes.size, batch.rows.length, problems);
      };
      const hopeless = batch.rows.filter(({ make }) => make === null);
      settle(hopeless.map(withoutFile), hopeless);

      const write = createWriter({ ...options, files, folder, journal });
      const units = unitsOf(batch.rows);
      let next = 0;
      const writeNext = async (): Promise<void> => {
        for (let unit = units[next++]; unit; unit = units[next++]) {
          settle(signal.aborted ? unit.map(notReached) : await write(unit), unit);
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, units.length) }, writeNext));

      const rows = batch.rows.map((row) => outcomes.get(row) ?? notReached(row));
      const manifests = await writeManifests({ files, folder, journal, isReplacing }, rows);
      return { folder: folder.path, ...counted(rows), wasCancelled: signal.aborted, ...manifests, rows };
    } finally {
      await journal.close();
    }
  });
}

/** Rows that are written together: those of one file, or of one zip. */
function unitsOf(rows: readonly PlannedRow[]): PlannedRow[][] {
  const units = new Map<string, PlannedRow[]>();
  for (const row of rows) {
    if (row.make === null || row.file === null) continue;
    const unit = units.get(row.file);
    if (unit) unit.push(row);
    else units.set(row.file, [row]);
  }
  return [...units.values()];
}

function counted(rows: readonly RowOutcome[]): Pick<BatchResult, 'written' | 'kept' | 'failed'> {
  const failed = rows.filter(({ problem }) => problem !== null).length;
  return { written: rows.length - failed, kept: rows.filter(({ isKept }) => isKept).length, failed };
}

function withoutFile(row: PlannedRow): RowOutcome {
  return { ...row, isKept: false, signature: null };
}

function notReached(row: PlannedRow): RowOutcome {
  return {
    ...withoutFile(row),
    file: null,
    entry: null,
    problem: 'It was not written: the batch was ended before. Run it again for the rest.',
  };
}
