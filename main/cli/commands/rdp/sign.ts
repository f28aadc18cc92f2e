import { AppError } from '../../../../shared/errors/app-error';
import type { SignedFile } from '../../../rdp-files/signing/sign-files';
import type { Command } from '../../command';
import { signerFor, signerOptions } from '../../signer-options';

export const sign: Command = {
  name: 'sign',
  argument: { name: '<files...>', description: 'the .rdp files to sign, in place without --out' },
  summary: 'sign .rdp files, so that people see who they are from; also without Windows',
  options: [
    { flags: '--out <folder>', description: 'write the signed files there; of one file also the name' },
    ...signerOptions,
  ],
  notes: `Exit codes: 0 all are signed; 1 at least one is not, and says why.
Example: entra-rdp rdp sign ready-01.rdp --cert publisher.pfx --password-file secret.txt`,

  async run(context) {
    const { words, options, output, signal } = context;
    const out = options.text('out');
    if (out === '')
      throw new AppError('invalid-request', 'Say where to write the signed files: --out FOLDER.');
    const { sign: signer } = await signerFor(context);
    const { signFiles } = await import('../../../rdp-files/signing/sign-files');
    const rows = await signFiles(words, {
      sign: signer,
      out,
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

function lineOf({ file, out, covered, problem }: SignedFile): string {
  if (problem) return problem.message;
  return `Signed ${out ?? file} (${covered.length} lines covered).`;
}
