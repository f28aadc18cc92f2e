import { parseRdp } from '../../../shared/rdp/parse';
import type { Verification } from '../../../shared/rdp/signature/verification';
import { rootsFrom } from './given-roots';
import { readBounded } from './read-bounded';
import { verifyRdp } from './verify';

/**
 * Judges the signature of a file on disk.
 *
 * @param roots files with the certificates to trust; those of this system without one.
 * @throws AppError for files that cannot be read.
 */
export async function verifyFile(file: string, roots: readonly string[]): Promise<Verification> {
  const [bytes, trusted] = await Promise.all([
    readBounded(file, `The connection file ${file}`),
    rootsFrom(roots),
  ]);
  return verifyRdp(parseRdp(bytes), trusted);
}
