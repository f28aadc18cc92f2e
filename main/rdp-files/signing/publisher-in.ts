import type { X509Certificate } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error';
import type { AskPassword } from './ask-password';
import { partsIn } from './read-parts';

/**
 * The certificate that signs, of a file that may hold its chain too: the one whose key is there, else the one
 * that issued none of the others.
 *
 * @throws AppError for a file that cannot be read or holds no certificate.
 */
export async function publisherIn(file: string, askPassword: AskPassword): Promise<X509Certificate> {
  const { certificates, keys } = await partsIn(file, askPassword);
  const own =
    certificates.find((certificate) => keys.some((key) => certificate.checkPrivateKey(key))) ??
    certificates.find((one) => !certificates.some((other) => other !== one && other.checkIssued(one)));
  if (own) return own;
  throw new AppError('invalid-request', `${file} holds no certificate.`, {
    help: 'rdp-signature-certificate',
  });
}
