import { propertyNamed } from '../../catalogue';
import { saysSomething } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const deprecatedSetting: LintRule = {
  id: 'deprecated-setting',
  title: 'A setting of the past',

  look({ settings }) {
    // Turned off for the sake of old clients, such a line is what it should be.
    return settings.filter(saysSomething).flatMap((setting) => {
      const property = propertyNamed(setting.name);
      return property?.isDeprecated
        ? [observed('info', setting, `“${setting.name}” is of the past. ${property.description}`)]
        : [];
    });
  },
};
