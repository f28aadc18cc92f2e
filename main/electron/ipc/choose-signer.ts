import { AppError, isAppError } from '../../../shared/errors/app-error';
import type { RdpSigner } from '../../rdp-files/signing/signer';
import type { Desktop } from './desktop';

export interface ChosenSigner {
  /** The certificate's name, as people know it. */
  readonly name: string;
  /** Its thumbprint. */
  readonly id: string;
  readonly sign: RdpSigner;
}

/** Null when the person gave up, at the certificate or at its password. */
export async function chooseSigner(desktop: Desktop): Promise<ChosenSigner | null> {
  const file = await desktop.askForFile('certificate');
  if (file === null) return null;
  const [{ readIdentity }, { createSigner }, { describeCertificate, nameOf }] = await Promise.all([
    import('../../rdp-files/signing/identity'),
    import('../../rdp-files/signing/signer'),
    import('../../rdp-files/signing/certificate'),
  ]);
  try {
    const identity = await readIdentity({ certificate: file }, passwordFrom(desktop));
    const { certificate } = identity;
    return {
      name: nameOf(certificate),
      id: describeCertificate(certificate).sha256,
      sign: createSigner(identity),
    };
  } catch (error) {
    if (isAppError(error) && error.code === 'cancelled') return null;
    throw error;
  }
}

function passwordFrom(desktop: Desktop) {
  return async (file: string): Promise<string> => {
    const password = await desktop.askFilePassword(file);
    if (password === null) throw new AppError('cancelled', 'Signing was given up.');
    return password;
  };
}
