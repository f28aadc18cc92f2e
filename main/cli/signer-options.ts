import { AppError } from '../../shared/errors/app-error';
import type { RdpSigner } from '../rdp-files/signing/signer';
import type { CommandContext, CommandOption } from './command';
import { passwordOptions } from './password-options';

export const signerOptions: readonly CommandOption[] = [
  { flags: '--cert <file>', description: 'the certificate: PFX, or PEM with or without its key' },
  { flags: '--key <file>', description: 'its private key, where that is in another file' },
  { flags: '--chain <file>', description: 'PEM: certificates between it and its root' },
  { flags: '--thumbprint <hex>', description: "a certificate of Windows' own store, in place of --cert" },
  ...passwordOptions,
];

export interface ChosenSigner {
  /** The certificate's name, as people know it; its thumbprint for one of Windows' store. */
  readonly name: string;
  /** Its thumbprint. */
  readonly id: string;
  readonly sign: RdpSigner;
}

/**
 * Who signs, by the options of the command line.
 *
 * @param certificate where another option than `--cert` names it.
 * @throws AppError `invalid-request` for none, for both, and for a certificate that cannot sign; `not-here` for
 *   Windows' store on another system.
 */
export async function signerFor(
  { options, signal }: Pick<CommandContext, 'options' | 'signal'>,
  certificate = options.text('cert'),
): Promise<ChosenSigner> {
  const thumbprint = options.text('thumbprint');
  if (certificate !== undefined && thumbprint === undefined) {
    const [{ passwordSource }, { readIdentity }, { createSigner }, { describeCertificate, nameOf }] =
      await Promise.all([
        import('./password-source'),
        import('../rdp-files/signing/identity'),
        import('../rdp-files/signing/signer'),
        import('../rdp-files/signing/certificate'),
      ]);
    const files = { certificate, key: options.text('key'), chain: options.text('chain') };
    const identity = await readIdentity(files, passwordSource(options));
    return {
      name: nameOf(identity.certificate),
      id: describeCertificate(identity.certificate).sha256,
      sign: createSigner(identity),
    };
  }
  if (thumbprint === undefined || certificate !== undefined) {
    throw new AppError(
      'invalid-request',
      'Nothing was signed: say with what, either --cert FILE or, on Windows, --thumbprint HEX.',
      { help: 'rdp-signature-certificate' },
    );
  }
  return { name: thumbprint, id: thumbprint, sign: await storeSigner(thumbprint, signal) };
}

async function storeSigner(thumbprint: string, signal: AbortSignal): Promise<RdpSigner> {
  if (process.platform !== 'win32') {
    throw new AppError(
      'not-here',
      "Nothing was signed: --thumbprint looks into Windows' certificate store, and this is not Windows. Give --cert FILE.",
      { help: 'rdp-signature-certificate' },
    );
  }
  const { createStoreSigner, rdpsignCommand } = await import('../rdp-files/signing/sign-with-store');
  const { runProgram } = await import('../client-pc/run-program');
  const systemRoot = process.env['SystemRoot'] ?? 'C:\\Windows';
  // A thumbprint that is none is one mistake, not one for each file.
  rdpsignCommand({ thumbprint, file: '', systemRoot });
  return createStoreSigner(runProgram, { thumbprint, systemRoot }, signal);
}
