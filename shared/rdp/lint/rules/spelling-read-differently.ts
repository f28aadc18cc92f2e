import { shown } from '../../shown';
import { type LintRule, observed } from '../rule';

export const spellingReadDifferently: LintRule = {
  id: 'spelling-read-differently',
  title: 'A line not every client recognises',

  look({ document }) {
    return document.lines.flatMap(({ number, text, setting }) => {
      const [, name = '', type = ''] = setting ? (/^([^:]*):([^:]*):/.exec(text) ?? []) : [];
      const problem = problemOf(name, type);
      return problem === null
        ? []
        : [observed('low', { line: number }, `${shown(`${name}:${type}:`)}: ${problem}.`)];
    });
  },
};

function problemOf(name: string, type: string): string | null {
  if (name !== name.trim())
    return 'FreeRDP does not drop the blanks around the name, and passes over the line';
  if (type !== type.trim())
    return 'FreeRDP does not drop the blanks around the type, and passes over the line';
  return type === type.toLowerCase()
    ? null
    : 'FreeRDP knows the type in lower case only, and passes over the line';
}
