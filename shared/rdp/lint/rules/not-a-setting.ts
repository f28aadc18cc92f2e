import { shown } from '../../shown';
import { type LintRule, observed } from '../rule';

export const notASetting: LintRule = {
  id: 'not-a-setting',
  title: 'A line that is no setting',

  look({ document }) {
    return document.lines
      .filter(({ setting, text }) => setting === null && text.trim() !== '' && !text.startsWith('/'))
      .map(({ number, text }) =>
        observed(
          text.trimStart().startsWith('#') ? 'info' : 'low',
          { line: number },
          `${shown(text)} is not “name:type:value”, so clients pass over it.`,
        ),
      );
  },
};
