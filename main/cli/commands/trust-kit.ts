import { AppError } from '../../../shared/errors/app-error';
import type { Command } from '../command';
import { passwordOptions } from '../password-options';

export const trustKit: Command = {
  name: 'trust-kit',
  summary: 'write what an admin needs to make the publisher of signed .rdp files trusted',
  options: [
    { flags: '--cert <file>', description: 'the certificate that signs: CER, PEM or PFX' },
    { flags: '--out <folder>', description: 'where to write the files' },
    ...passwordOptions,
  ],
  notes: `Writes the certificate without its key, its thumbprints, and the Group Policy, Intune and registry texts.
Nothing is applied to this PC.
Example: entra-rdp trust-kit --cert publisher.cer --out trust`,

  async run({ options, output }) {
    const [file, folder] = [options.text('cert'), options.text('out')];
    if (file === undefined || folder === undefined) {
      throw new AppError('invalid-request', 'Say of which certificate, and where to: --cert FILE --out DIR.');
    }
    const { passwordSource } = await import('../password-source');
    const { publisherIn } = await import('../../rdp-files/signing/publisher-in');
    const { writeTrustKit } = await import('../../rdp-files/signing/trust-kit');
    const certificate = await publisherIn(file, passwordSource(options));
    const { publisher, files } = await writeTrustKit(certificate, folder);
    output.answer({ publisher, files }, () =>
      [
        `Wrote ${files.length} files for ${publisher.name}:`,
        ...files.map((path) => `  ${path}`),
        'Nothing was applied. Begin with README.txt.',
      ].join('\n'),
    );
    return 0;
  },
};
