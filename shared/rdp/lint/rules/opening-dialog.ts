import { isSigned } from '../lint-file';
import { type LintRule, observed, wholeFile } from '../rule';
import { askingFor, sharings } from '../sharing';

export const openingDialog: LintRule = {
  id: 'opening-dialog',
  title: 'What Windows asks before it opens the file',

  look(file) {
    if (file.settings.length === 0) return [];
    return [
      observed(
        'info',
        wholeFile,
        isSigned(file)
          ? "Windows shows “Verify the publisher of this remote connection” with the publisher's name, unless a policy trusts it."
          : 'Windows shows “Caution: Unknown remote connection”, publisher “Unknown publisher”.',
      ),
      ...sharings.flatMap(({ kind, box }) =>
        askingFor(file, kind)
          .slice(0, 1)
          .map((setting) =>
            observed(
              'info',
              setting,
              `The dialog has the box “${box}”, unticked, as “${setting.name}” asks for it.`,
            ),
          ),
      ),
    ];
  },
};
