import { certificatesFrom } from './read-parts';
import { rootsOfThisSystem } from './roots';
import type { TrustedRoots } from './verify';

/**
 * The roots in the files a person gave, else those of this system.
 *
 * @throws AppError for a file that cannot be read or holds no certificate.
 */
export async function rootsFrom(files: readonly string[]): Promise<TrustedRoots> {
  if (files.length === 0) return rootsOfThisSystem();
  const certificates = (await Promise.all(files.map(certificatesFrom))).flat();
  return { judgedBy: 'given-roots', certificates };
}
