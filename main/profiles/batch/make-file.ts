import { createHash } from 'node:crypto';
import type { RowFile } from '../../../shared/profiles/batch/planned-row';
import { composeLayered } from '../../../shared/profiles/compose-layered';
import { parseRdp } from '../../../shared/rdp/parse';
import { serializeRdp } from '../../../shared/rdp/serialize';
import type { RdpSigner } from '../../rdp-files/signing/signer';

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

/** The file of a row before it is signed. */
export function unsignedBytes({ recipe, ...plan }: RowFile): Uint8Array {
  return serializeRdp(composeLayered(plan, recipe.layers));
}

/** @throws AppError `invalid-request` for a file that cannot be signed. */
export async function finished(unsigned: Uint8Array, signer: BatchSigner | null): Promise<MadeFile> {
  if (!signer) return { bytes: unsigned, covered: [], warnings: [] };
  const { bytes, scope, warnings } = await signer.sign(parseRdp(unsigned));
  return { bytes, covered: scope, warnings };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
