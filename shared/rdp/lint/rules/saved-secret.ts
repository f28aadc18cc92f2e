import { propertyNamed } from '../../catalogue';
import { type LintRule, observed } from '../rule';

export const savedSecret: LintRule = {
  id: 'saved-secret',
  title: 'A password or token in the file',

  look({ settings }) {
    return settings
      .filter(({ name, value }) => propertyNamed(name)?.isSecret && value.trim() !== '')
      .map((setting) =>
        observed(
          'high',
          setting,
          `“${setting.name}” carries a secret (not shown here). Whoever gets the file, and in part any program of yours, can use it.`,
        ),
      );
  },
};
