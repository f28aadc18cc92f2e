import { isSigned } from '../lint-file';
import { type LintRule, observed, wholeFile } from '../rule';

export const notSigned: LintRule = {
  id: 'not-signed',
  title: 'Nobody has signed it',

  look: (file) =>
    isSigned(file)
      ? []
      : [
          observed(
            'info',
            wholeFile,
            'Nobody has signed the file: Windows calls its publisher unknown, and a change on its way is not noticed.',
          ),
        ],
};
