import { hash } from 'node:crypto';
import type { RowFile } from '../../../shared/profiles/batch/planned-row';
import type { Recipe } from '../../../shared/profiles/batch/recipes';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import type { ResolvedSetting } from '../../../shared/profiles/resolve';
import { composeConnection } from '../../../shared/rdp/compose';
import { checkedLine } from '../../../shared/rdp/serialize';
import { type PreparedRdp, prepareAlike } from '../../../shared/rdp/signature/prepare';
import type { RdpSigner } from '../../rdp-files/signing/signer';
import { utf16File } from '../../rdp-files/utf16-file';

/** Who signs the files of a batch. */
export interface BatchSigner {
  readonly name: string;
  /** Thumbprint of the certificate: files of another one are made anew. */
  readonly id: string;
  readonly sign: RdpSigner;
}

export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly covered: readonly string[];
  readonly warnings: readonly string[];
}

/** A file of a batch before it is signed. */
export interface ComposedRdp {
  readonly bytes: Uint8Array;
  readonly prepared: PreparedRdp;
  /** Tells these bytes from any others: a digest of what decides them. */
  readonly digest: string;
}

/** What follows the lines of the connection. */
interface Settled {
  readonly text: string;
  readonly digest: string;
  /** With the lines of the connection before it. */
  readonly prepare: ReturnType<typeof prepareAlike>;
}

/** By what decides them: worked out once for all rows that share them. */
const settled = new WeakMap<Recipe, Map<string, Settled>>();

/**
 * The file of a row: as `composeLayered` makes it. No layer may hold the lines of the connection, so that they
 * alone are composed for each row, and nothing is parsed again to be signed.
 */
export function composedFile({ recipe, ...plan }: RowFile): ComposedRdp {
  const connection = composeConnection(plan).map(checkedLine);
  const rest = settledFor(plan, recipe, connection.length);
  const start = connection.map((line) => `${line}\r\n`).join('');
  return {
    // Whoever signs with a certificate at hand has no use for the one, and whoever does not for the other.
    get bytes() {
      return utf16File(start + rest.text);
    },
    get prepared() {
      return rest.prepare(connection);
    },
    digest: sha256(start + rest.digest),
  };
}

function settledFor(plan: Omit<RowFile, 'recipe'>, recipe: Recipe, after: number): Settled {
  const known = settled.get(recipe) ?? new Map<string, Settled>();
  settled.set(recipe, known);
  const key = `${plan.route} ${after}`;
  const found = known.get(key) ?? settle(composeLayered(plan, recipe.layers), after);
  known.set(key, found);
  return found;
}

function settle(settings: readonly ResolvedSetting[], after: number): Settled {
  const lines = settings.map(({ name, type, value }, index) => {
    const setting = { name, type, value };
    return { number: index + 1, text: checkedLine(setting), setting };
  });
  const text = lines
    .slice(after)
    .map((line) => `${line.text}\r\n`)
    .join('');
  let prepare: Settled['prepare'] | undefined;
  return {
    text,
    digest: sha256(text),
    prepare(connection) {
      prepare ??= prepareAlike({ encoding: 'utf-16le', lines }, after);
      return prepare(connection);
    },
  };
}

/** @throws AppError `invalid-request` for a file that cannot be signed. */
export async function finished(file: ComposedRdp, signer: BatchSigner | null): Promise<MadeFile> {
  if (!signer) return { bytes: file.bytes, covered: [], warnings: [] };
  const { bytes, scope, warnings } = await signer.sign(file);
  return { bytes, covered: scope, warnings };
}

export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}
