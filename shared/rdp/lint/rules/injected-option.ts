import { shown } from '../../shown';
import { isOption } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const injectedOption: LintRule = {
  id: 'injected-option',
  title: 'A line that is a command-line option',

  look({ document }) {
    return document.lines
      .filter(({ text }) => isOption(text))
      .map(({ number, text }) =>
        observed(
          'high',
          { line: number },
          `${shown(text)} is an option, not a setting: older FreeRDP carries it out as if it had been typed.`,
        ),
      );
  },
};
