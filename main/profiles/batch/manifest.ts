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
    notes,
  };
}

/** What a row's line in the manifest says. */
function recordOf(row: RowOutcome) {
  const { address, asks, entry, file, line, problem, route, signature, template, user, vm, vmId, warnings } =
    row;
  return {
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
  };
}

/** A row a line, so that two of them can be compared by any tool. */
function jsonOf(rows: readonly RowOutcome[]): string {
  return `{"version":1,"rows":[\n${rows.map((row) => JSON.stringify(recordOf(row))).join(',\n')}\n]}\n`;
}

const headings = {
  line: 'line',
  vm: 'vm',
  resourceId: 'resource id',
  nameUsed: 'name used',
  user: 'user',
  route: 'route',
  template: 'template',
  file: 'file',
  entry: 'name in the zip',
  signer: 'signed by',
  covered: 'covered by the signature',
  asks: 'the opening dialog asks for',
  warnings: 'warnings',
  problem: 'problem',
};

/** With a byte order mark, as Excel needs it, and nothing in it that a spreadsheet takes for a formula. */
export function csvOf(rows: readonly RowOutcome[]): string {
  const records = rows.map((row) => {
    const { asks, signature, warnings, ...rest } = recordOf(row);
    return {
      ...rest,
      signer: signature === null ? (row.file === null ? '' : 'none') : signature.signer,
      covered: signature?.covered.join(', ') ?? '',
      asks: row.file === null ? '' : asks.join(', ') || 'nothing',
      warnings: warnings.join(' '),
    };
  });
  return stringify(records, {
    bom: true,
    header: true,
    columns: headings,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
