import type { PcPolicies } from '../../../../shared/client-pc/this-pc';
import { type AppError, isAppError } from '../../../../shared/errors/app-error';
import type { RdpEncoding } from '../../../../shared/rdp/encoding';
import type { Finding } from '../../../../shared/rdp/lint/lint';
import { version } from '../../../version';
import type { Command, CommandContext, ExitCode } from '../../command';
import { exitCodeOf } from '../../exit-code';

interface Linted {
  readonly file: string;
  readonly encoding: RdpEncoding;
  readonly hasByteOrderMark: boolean;
  readonly findings: readonly Finding[];
}

interface Unread {
  readonly file: string;
  readonly error: Pick<AppError, 'code' | 'message'>;
}

export const lint: Command = {
  name: 'lint',
  argument: { name: '<files...>', description: '.rdp files' },
  summary: 'what speaks against an .rdp file, and what Windows will ask before it opens it',
  options: [
    { flags: '--sarif', description: 'print a SARIF 2.1.0 log, for code scanning' },
    { flags: '--this-pc', description: 'judge by the policies of this PC, too' },
  ],
  notes: `Ends with 1 when a finding is high, else with 0. Each rule has an article: entra-rdp explain rdp-RULE
With --json, one file is one document; several are {"files":[…]}.
Example: entra-rdp rdp lint downloads/*.rdp`,

  async run(context) {
    const { words: files, options, output } = context;
    const policies = options.flag('this-pc') ? await policiesHere(context) : null;
    const results = await lintAll(files, policies);
    const linted = results.filter((result) => 'findings' in result);
    const unread = results.filter((result) => 'error' in result);
    if (options.flag('sarif')) {
      const { sarifOf } = await import('../../../../shared/rdp/lint/sarif');
      const log = sarifOf(linted, version, unread);
      output.answer(log, () => JSON.stringify(log, null, 2));
    } else {
      const { findingsText } = await import('../../text/rdp-text');
      output.answer(files.length === 1 ? results[0] : { files: results }, () =>
        results
          .map((result) =>
            'error' in result
              ? result.error.message
              : findingsText(result.file, result, result.findings, output.paint),
          )
          .join('\n\n'),
      );
    }
    return codeOf(linted, unread);
  },
};

async function lintAll(files: readonly string[], policies: PcPolicies | null): Promise<(Linted | Unread)[]> {
  const [{ readRdpFile }, { lintRdp }] = await Promise.all([
    import('../../../rdp-files/read-rdp-file'),
    import('../../../../shared/rdp/lint/lint'),
  ]);
  const results: (Linted | Unread)[] = [];
  // One after the other: a folder of files must not be held in memory, nor all be opened at once.
  for (const file of files) {
    try {
      const document = await readRdpFile(file);
      const { encoding, hasByteOrderMark } = document;
      results.push({ file, encoding, hasByteOrderMark, findings: lintRdp(document, policies) });
    } catch (error) {
      // Asked for one file, its failure is the command's.
      if (!isAppError(error) || files.length === 1) throw error;
      results.push({ file, error: { code: error.code, message: error.message } });
    }
  }
  return results;
}

function codeOf(linted: readonly Linted[], unread: readonly Unread[]): ExitCode {
  const [first] = unread;
  if (first) return exitCodeOf(first.error.code);
  return linted.some(({ findings }) => findings.some(({ severity }) => severity === 'high')) ? 1 : 0;
}

async function policiesHere({ services, signal, output }: CommandContext): Promise<PcPolicies | null> {
  try {
    return await (await services()).clientPc.policies(signal);
  } catch (error) {
    if (!isAppError(error)) throw error;
    output.note(`The policies of this PC are left out. ${error.message}`);
    return null;
  }
}
