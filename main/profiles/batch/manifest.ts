import { stringify } from 'csv-stringify/sync';
import { isAppError } from '../../../shared/errors/app-error';
import { writeWhole } from '../../rdp-files/write-whole';
import { sha256 } from './make-file';
import { type ManifestFolder, placeOfManifest } from './manifest-place';
import { manifestCsv, manifestJson } from './own-files';
import type { RowOutcome } from './row-outcome';

interface Written {
  readonly manifest: string | null;
  readonly manifestJson: string | null;
  /** Why one of them could not be written. */
  readonly notes: readonly string[];
}

/**
 * Writes what became of every row, for a person's spreadsheet and for programs. Where one of them cannot be
 * written, as on a full disk, the other is tried all the same, and an older one stays.
 */
export async function writeManifests(around: ManifestFolder, rows: readonly RowOutcome[]): Promise<Written> {
  const notes: string[] = [];
  const write = async (name: string, text: () => string): Promise<string | null> => {
    try {
      const { file, path } = await placeOfManifest(around, name);
      if (file !== name)
        notes.push(
          `${name} in the folder is none of a batch, or was changed since: it stays, and this one is ${file}.`,
        );
      const bytes = Buffer.from(text());
      const digest = sha256(bytes);
      await around.journal.add({ file, made: digest, signer: null, bytes: digest });
      await writeWhole(around.files, path, bytes, { isUnsynced: true });
      return path;
    } catch (error) {
      if (!isAppError(error)) throw error;
      notes.push(error.message);
      return null;
    }
  };
  return {
    manifest: await write(manifestCsv, () => csvOf(rows)),
    manifestJson: await write(manifestJson, () => jsonOf(rows)),
    // Where it is the journal that cannot be written, that is said of both.
    notes: [...new Set(notes)],
  };
}

/** A row a line, so that two of them can be compared by any tool. */
function jsonOf(rows: readonly RowOutcome[]): string {
  return `{"version":1,"rows":[\n${rows.map(lineOf).join(',\n')}\n]}\n`;
}

function lineOf(row: RowOutcome): string {
  const { address, asks, entry, file, line, problem, route, signature, template, user, vm, vmId, warnings } =
    row;
  return JSON.stringify({
    line,
    vm,
    resourceId: vmId,
    nameUsed: address,
    user,
    route,
    template,
    file,
    entry,
    signature,
    asks,
    warnings,
    problem,
  });
}

type Cell = string | number | null;

const columns: Readonly<Record<string, (row: RowOutcome) => Cell>> = {
  line: ({ line }) => line,
  vm: ({ vm }) => vm,
  'resource id': ({ vmId }) => vmId,
  'name used': ({ address }) => address,
  user: ({ user }) => user,
  route: ({ route }) => route,
  template: ({ template }) => template,
  file: ({ file }) => file,
  'name in the zip': ({ entry }) => entry,
  'signed by': ({ file, signature }) => signature?.signer ?? (file === null ? '' : 'none'),
  'the opening dialog asks for': ({ asks, file }) => (file === null ? '' : asks.join(', ') || 'nothing'),
  warnings: ({ warnings }) => warnings.join(' '),
  problem: ({ problem }) => problem,
};

/** With a byte order mark, as Excel needs it, and nothing in it that a spreadsheet takes for a formula. */
export function csvOf(rows: readonly RowOutcome[]): string {
  // Plain cells: a record with named fields takes the library four times as long.
  const cells = Object.values(columns);
  return stringify([Object.keys(columns), ...rows.map((row) => cells.map((cell) => cell(row)))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
