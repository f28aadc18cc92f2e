import type { Verification } from '../../../shared/rdp/signature/verification';
import { readRdpFile } from '../read-rdp-file';
import { rootsFrom } from './given-roots';
import { verifyRdp } from './verify';

/**
 * Judges the signature of a file on disk.
 *
 * @param roots files with the certificates to trust; those of this system without one.
 * @throws AppError for files that cannot be read.
 */
export async function verifyFile(file: string, roots: readonly string[]): Promise<Verification> {
  const [document, trusted] = await Promise.all([readRdpFile(file), rootsFrom(roots)]);
  return verifyRdp(document, trusted);
}
