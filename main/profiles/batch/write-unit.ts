import { isAppError } from '../../../shared/errors/app-error';
import type { PlannedRow, RowFile } from '../../../shared/profiles/batch/planned-row';
import type { FileSystem } from '../../rdp-files/file-system';
import { writeWhole } from '../../rdp-files/write-whole';
import type { BatchFolder } from './batch-folder';
import type { Journal } from './journal';
import {
  type BatchSigner,
  type ComposedRdp,
  composedFile,
  finished,
  type MadeFile,
  sha256,
} from './make-file';
import type { RowOutcome } from './row-outcome';
import { whatIsThere } from './what-is-there';
import { zipOf } from './zip-of';

/** Hands on a finished file of a row. What it throws is a warning of the row. */
export type OnMade = (row: PlannedRow & { readonly make: RowFile }, bytes: Uint8Array) => Promise<void>;

interface Around {
  readonly files: FileSystem;
  readonly folder: BatchFolder;
  readonly journal: Journal;
  readonly signer: BatchSigner | null;
  readonly isReplacing?: boolean;
  readonly onMade?: OnMade | undefined;
}

/** One file to be: the rows that ask for it. */
interface Part {
  /** Its name in the zip; empty for a file of its own. */
  readonly name: string;
  readonly rows: readonly PlannedRow[];
  readonly unsigned: ComposedRdp;
}

type Made = Part & { readonly made: MadeFile | null; readonly problem: string | null };

/** Writes the rows of one file or zip; answers in their order. Never rejects for what is a row's problem. */
export function createWriter(around: Around) {
  const { files, folder, isReplacing = false, journal, onMade, signer } = around;

  async function write(rows: readonly PlannedRow[]): Promise<RowOutcome[]> {
    const file = rows[0]?.file ?? '';
    const isZip = rows[0]?.entry !== null;
    const parts = partsOf(rows);
    const made = isZip
      ? sha256(JSON.stringify(parts.map(({ name, unsigned }) => [name, unsigned.digest])))
      : (parts[0]?.unsigned.digest ?? '');
    const place = await folder.placeOf(file);
    const before = place.isThere
      ? await whatIsThere(files, place.path, journal.of(file), { made, signer: signer?.id ?? null })
      : { state: 'free' as const };
    if (before.state === 'refused' && !isReplacing) return rows.map((row) => failed(row, before.because));
    if (before.state === 'same') return outcomesOf(rows, parts.map(asKept), true);

    const finishedParts = await eachInTurns(parts, make);
    const good = finishedParts.flatMap(({ made: done, name }) => (done ? { name, bytes: done.bytes } : []));
    if (good.length > 0) {
      const bytes = isZip ? await zipOf(good) : (good[0]?.bytes ?? new Uint8Array());
      await journal.add({ file, made, signer: signer?.id ?? null, bytes: sha256(bytes) });
      await writeWhole(files, place.path, bytes, { isUnsynced: true });
    }
    return outcomesOf(rows, finishedParts, false);
  }

  async function make(part: Part): Promise<Made> {
    try {
      return { ...part, made: await finished(part.unsigned, signer), problem: null };
    } catch (error) {
      return { ...part, made: null, problem: problemOf(error) };
    }
  }

  /** Nothing is signed again: what a signature would cover is known without it. */
  function asKept(part: Part): Made {
    if (!signer)
      return { ...part, made: { bytes: part.unsigned.bytes, covered: [], warnings: [] }, problem: null };
    const { scope, warnings } = part.unsigned.prepared;
    return { ...part, made: { bytes: part.unsigned.bytes, covered: scope, warnings }, problem: null };
  }

  async function outcomesOf(
    rows: readonly PlannedRow[],
    parts: readonly Made[],
    isKept: boolean,
  ): Promise<RowOutcome[]> {
    const outcomes = new Map<PlannedRow, RowOutcome>();
    for (const { made, problem, rows: own, unsigned } of parts) {
      for (const row of own) {
        if (!made) outcomes.set(row, failed(row, problem ?? ''));
        else {
          const told = await tell(row, isKept ? await finishedAgain(unsigned) : made.bytes);
          outcomes.set(row, {
            // First: what is added to a copy costs more than the copy.
            isKept,
            signature: signer && { signer: signer.name, covered: made.covered },
            ...row,
            warnings: [...row.warnings, ...made.warnings, ...told],
          });
        }
      }
    }
    return rows.flatMap((row) => outcomes.get(row) ?? []);
  }

  // Only whoever wants the bytes of a file that is there makes them once more: the signature is the same.
  async function finishedAgain(unsigned: ComposedRdp): Promise<Uint8Array> {
    return onMade ? (await finished(unsigned, signer)).bytes : unsigned.bytes;
  }

  async function tell(row: PlannedRow, bytes: Uint8Array): Promise<string[]> {
    const { make: plan } = row;
    if (!onMade || !plan) return [];
    try {
      await onMade({ ...row, make: plan }, bytes);
      return [];
    } catch (error) {
      return [problemOf(error)];
    }
  }

  return async (rows: readonly PlannedRow[]): Promise<RowOutcome[]> => {
    try {
      return await write(rows);
    } catch (error) {
      const problem = problemOf(error);
      return rows.map((row) => failed(row, problem));
    }
  };
}

function partsOf(rows: readonly PlannedRow[]): Part[] {
  const parts = new Map<string, { rows: PlannedRow[]; unsigned: ComposedRdp }>();
  for (const row of rows) {
    if (row.make === null) continue;
    const name = row.entry ?? '';
    const part = parts.get(name);
    if (part) part.rows.push(row);
    else parts.set(name, { rows: [row], unsigned: composedFile(row.make) });
  }
  return [...parts].map(([name, part]) => ({ name, ...part }));
}

const atOnce = 16;

async function eachInTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    done.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  }
  return done;
}

function failed(row: PlannedRow, problem: string): RowOutcome {
  return { ...row, file: null, entry: null, problem, isKept: false, signature: null };
}

// What the system refuses is a row's problem, whatever it is; anything else is a bug.
function problemOf(error: unknown): string {
  if (isAppError(error)) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return `The file could not be written (${error.code}).`;
  }
  throw error;
}
