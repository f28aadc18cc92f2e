import { AppError } from '../../../../shared/errors/app-error';
import type { SignedFile } from '../../../rdp-files/signing/sign-files';
import type { RdpSigner } from '../../../rdp-files/signing/signer';
import type { Command, CommandContext } from '../../command';
import { passwordOptions, passwordSource } from '../../password-source';

export const sign: Command = {
  name: 'sign',
  argument: { name: '<files...>', description: 'the .rdp files to sign, in place without --out' },
  summary: 'sign .rdp files, so that people see who they are from; also without Windows',
  options: [
    { flags: '--cert <file>', description: 'the certificate: PFX, or PEM with or without its key' },
    { flags: '--key <file>', description: 'its private key, where that is in another file' },
    { flags: '--chain <file>', description: 'PEM: certificates between it and its root' },
    { flags: '--thumbprint <hex>', description: "a certificate of Windows' own store, in place of --cert" },
    { flags: '--out <folder>', description: 'write the signed files there' },
    ...passwordOptions,
  ],
  notes: `Exit codes: 0 all are signed; 1 at least one is not, and says why.
Example: entra-rdp rdp sign ready-01.rdp --cert publisher.pfx --password-file secret.txt`,

  async run(context) {
    const { words, options, output, signal } = context;
    const signer = await signerFor(context);
    const { signFiles } = await import('../../../rdp-files/signing/sign-files');
    const rows = await signFiles(words, {
      sign: signer,
      outFolder: options.text('out'),
      signal,
      onSigned: (done, total) => output.progress(done < total ? `signed ${done} of ${total}` : ''),
    });
    const failed = rows.filter(({ problem }) => problem !== null).length;
    output.answer({ written: rows.length - failed, failed, rows }, () => rows.map(lineOf).join('\n'));
    for (const { file, warnings } of rows) {
      for (const warning of warnings) output.note(`${file}: ${warning}`);
    }
    return failed === 0 ? 0 : 1;
  },
};

async function signerFor({ options, signal }: CommandContext): Promise<RdpSigner> {
  const [certificate, thumbprint] = [options.text('cert'), options.text('thumbprint')];
  if (certificate !== undefined && thumbprint === undefined) {
    const { readIdentity } = await import('../../../rdp-files/signing/identity');
    const { createSigner } = await import('../../../rdp-files/signing/signer');
    const files = { certificate, key: options.text('key'), chain: options.text('chain') };
    return createSigner(await readIdentity(files, passwordSource(options)));
  }
  if (thumbprint === undefined || certificate !== undefined) {
    throw new AppError(
      'invalid-request',
      'Nothing was signed: say with what, either --cert FILE or, on Windows, --thumbprint HEX.',
      { help: 'rdp-signature-certificate' },
    );
  }
  return storeSigner(thumbprint, signal);
}

async function storeSigner(thumbprint: string, signal: AbortSignal): Promise<RdpSigner> {
  if (process.platform !== 'win32') {
    throw new AppError(
      'not-here',
      "Nothing was signed: --thumbprint looks into Windows' certificate store, and this is not Windows. Give --cert FILE.",
      { help: 'rdp-signature-certificate' },
    );
  }
  const { createStoreSigner, rdpsignCommand } = await import('../../../rdp-files/signing/sign-with-store');
  const { runProgram } = await import('../../../client-pc/run-program');
  const systemRoot = process.env['SystemRoot'] ?? 'C:\\Windows';
  // A thumbprint that is none is one mistake, not one for each file.
  rdpsignCommand({ thumbprint, file: '', systemRoot });
  return createStoreSigner(runProgram, { thumbprint, systemRoot }, signal);
}

function lineOf({ file, out, covered, problem }: SignedFile): string {
  if (problem) return problem.message;
  return `Signed ${out ?? file} (${covered.length} lines covered).`;
}
