import { isSigned } from '../lint-file';
import { type LintRule, observed, wholeFile } from '../rule';

export const windowsPolicy: LintRule = {
  id: 'windows-policy',
  title: 'What the policies of the PC say to it',

  look(file) {
    const { policies } = file;
    if (policies === null) return [];
    const say = (severity: 'high' | 'info', sentence: string) => [observed(severity, wholeFile, sentence)];
    if (!isSigned(file)) {
      if (policies.allowUnsignedFiles === false) {
        return say(
          'high',
          'A policy of this PC forbids .rdp files that nobody has signed: this one will not open.',
        );
      }
    } else if (policies.allowSignedFiles === false) {
      return say('high', 'A policy of this PC forbids signed .rdp files: this one will not open.');
    } else if (policies.trustedThumbprints.length > 0) {
      return say(
        'info',
        `A policy of this PC trusts certain publishers, by ${policies.trustedThumbprints.length === 1 ? 'a thumbprint' : `${policies.trustedThumbprints.length} thumbprints`}: signed by one of them, the file opens without a question.`,
      );
    }
    return policies.redirectionWarningDialogVersion === 1
      ? say(
          'info',
          'A policy of this PC keeps the warning from before April 2026 (RedirectionWarningDialogVersion is 1).',
        )
      : [];
  },
};
