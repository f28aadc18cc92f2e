import { AppError } from '../../../../shared/errors/app-error';
import type { Command } from '../../command';

export const verify: Command = {
  name: 'verify',
  argument: { name: '<file>', description: 'the .rdp file' },
  summary: 'say who signed a file, what the signature covers, and what was changed since',
  options: [
    {
      flags: '--root <file>',
      description: 'trust the certificates in this file, in place of those of this system',
      isRepeatable: true,
    },
  ],
  notes: `Exit codes: 0 unchanged and from a trusted publisher; 1 changed, or not signed; 2 unchanged, from a publisher
that is not trusted here.
Example: entra-rdp rdp verify ready-01.rdp --root company-root.pem`,

  async run({ words: [file, another], options, output }) {
    if (file === undefined || another !== undefined) {
      throw new AppError('invalid-request', 'Name one .rdp file to verify.');
    }
    const { verifyFile } = await import('../../../rdp-files/signing/verify-file');
    const { verificationText } = await import('../../text/verification-text');
    const verification = await verifyFile(file, options.list('root'));
    output.answer({ file, ...verification }, () => verificationText(verification, output.paint));
    if (!verification.valid) return 1;
    return verification.trusted ? 0 : 2;
  },
};
