import { shown } from '../../shown';
import { type LintRule, observed } from '../rule';

export const listReadDifferently: LintRule = {
  id: 'list-read-differently',
  title: 'A list clients split differently',

  look({ all }) {
    return ['camerastoredirect', 'usbdevicestoredirect']
      .flatMap(all)
      .filter(({ value }) => /[;,]/.test(value))
      .map((setting) =>
        observed(
          'low',
          setting,
          `“${setting.name}” is ${shown(setting.value)}: Windows splits it at semicolons, FreeRDP at commas.`,
        ),
      );
  },
};
