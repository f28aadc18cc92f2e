import { type LintRule, observed, wholeFile } from '../rule';
import { sharedByDefault } from '../sharing';

export const sharesByDefault: LintRule = {
  id: 'shares-by-default',
  title: 'Shares what it does not mention',

  look({ all, settings }) {
    const missing = sharedByDefault.filter((name) => all(name).length === 0);
    if (missing.length === 0 || settings.length === 0) return [];
    return [
      observed(
        'low',
        wholeFile,
        `The Windows client shares what these lines would turn off, as they are missing: ${missing.join(', ')}.`,
      ),
    ];
  },
};
