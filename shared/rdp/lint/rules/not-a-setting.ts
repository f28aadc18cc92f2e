import { shown } from '../../shown';
import { isOption } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const notASetting: LintRule = {
  id: 'not-a-setting',
  title: 'A line that is no setting',

  look({ document }) {
    return document.lines
      .filter(({ setting, text }) => setting === null && text.trim() !== '' && !isOption(text))
      .map(({ number, text }) =>
        observed(
          /^\s*(#|\/\/|;)/.test(text) ? 'info' : 'low',
          { line: number },
          `${shown(text)} is not “name:type:value”, so clients pass over it.`,
        ),
      );
  },
};
