import { hash } from 'node:crypto';
import type { RowFile } from '../../../shared/profiles/batch/planned-row';
import type { Recipe } from '../../../shared/profiles/batch/recipes';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import type { ResolvedSetting } from '../../../shared/profiles/resolve';
import { composeConnection } from '../../../shared/rdp/compose';
import { checkedLine } from '../../../shared/rdp/serialize';
import type { SignableRdp } from '../../../shared/rdp/signature/prepare';
import { recordsIn, type SettingLine, type SignedRecord } from '../../../shared/rdp/signature/records';
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
export interface ComposedRdp extends SignableRdp {
  readonly bytes: Uint8Array;
  /** Tells these bytes from any others: a digest of what decides them. */
  readonly digest: string;
}

/** What follows the lines of the connection. */
interface Settled {
  readonly text: string;
  readonly digest: string;
  readonly lines: readonly SettingLine[];
  readonly records: readonly SignedRecord[];
}

/** By what decides them: worked out once for all rows that share them. */
const settled = new WeakMap<Recipe, Map<string, Settled>>();

/**
 * The file of a row: as `composeLayered` makes it. No layer may hold the lines of the connection, so that they
 * alone are composed for each row, and nothing is parsed again to be signed.
 */
export function composedFile({ recipe, ...plan }: RowFile): ComposedRdp {
  const own = composeConnection(plan);
  const rest = settledFor(plan, recipe, own.length);
  const texts = own.map(checkedLine);
  const first = texts.map((line) => `${line}\r\n`).join('');
  const lines = own.map((setting, index) => ({ number: index + 1, text: texts[index] ?? '', setting }));
  return {
    // Signing with a certificate at hand has no use for them.
    get bytes() {
      return utf16File(first + rest.text);
    },
    digest: sha256(first + rest.digest),
    encoding: 'utf-16le',
    lines: [...lines, ...rest.lines],
    records: [...recordsIn({ lines }), ...rest.records],
  };
}

function settledFor(plan: Omit<RowFile, 'recipe'>, recipe: Recipe, after: number): Settled {
  const known = settled.get(recipe) ?? new Map<string, Settled>();
  settled.set(recipe, known);
  const key = `${plan.route} ${after}`;
  const found = known.get(key) ?? settle(composeLayered(plan, recipe.layers).slice(after), after);
  known.set(key, found);
  return found;
}

function settle(settings: readonly ResolvedSetting[], after: number): Settled {
  const lines = settings.map(({ name, type, value }, index) => {
    const setting = { name, type, value };
    return { number: after + index + 1, text: checkedLine(setting), setting };
  });
  const text = lines.map((line) => `${line.text}\r\n`).join('');
  return { text, digest: sha256(text), lines, records: recordsIn({ lines }) };
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
