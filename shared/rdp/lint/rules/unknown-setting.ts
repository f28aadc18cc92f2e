import { propertyNamed } from '../../catalogue';
import { shown } from '../../shown';
import { nearestName } from '../nearest-name';
import { type LintRule, observed } from '../rule';

export const unknownSetting: LintRule = {
  id: 'unknown-setting',
  title: 'A setting no client is known to read',

  look({ settings }) {
    return settings
      .filter(({ name }) => propertyNamed(name) === undefined)
      .map((setting) => {
        const meant = nearestName(setting.name);
        return observed(
          'low',
          setting,
          `${shown(setting.name)} is not a setting we know of${meant === null ? ', and clients pass over what they do not know' : `: “${meant}” may have been meant`}.`,
        );
      });
  },
};
