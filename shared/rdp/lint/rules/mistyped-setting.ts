import { propertyNamed } from '../../catalogue';
import { type LintRule, observed } from '../rule';

export const mistypedSetting: LintRule = {
  id: 'mistyped-setting',
  title: 'A setting of the wrong type',

  look({ settings }) {
    return settings.flatMap((setting) => {
      const right = propertyNamed(setting.name)?.type;
      return right === undefined || right === setting.type
        ? []
        : [
            observed(
              'medium',
              setting,
              `“${setting.name}” is written with the type ${setting.type} and needs ${right}: clients pass over it, and their default counts.`,
            ),
          ];
    });
  },
};
