import { propertyNamed } from '../../catalogue';
import { shown } from '../../shown';
import { nearestName } from '../nearest-name';
import { type LintRule, observed } from '../rule';

// Likening takes long, and a file of nothing but unknown names is not a slip.
const mostLikened = 20;

export const unknownSetting: LintRule = {
  id: 'unknown-setting',
  title: 'A setting no client is known to read',

  look({ settings }) {
    return settings
      .filter(({ name }) => propertyNamed(name) === undefined)
      .map((setting, index) => {
        const meant = index < mostLikened ? nearestName(setting.name) : null;
        return observed(
          'low',
          setting,
          `${shown(setting.name)} is not a setting we know of${meant === null ? ', and clients pass over what they do not know' : `: “${meant}” may have been meant`}.`,
        );
      });
  },
};
