import { faultOfValue, propertyNamed } from '../../catalogue';
import { readingsOf } from '../readings';
import { type LintRule, observed } from '../rule';

export const valueOutOfRange: LintRule = {
  id: 'value-out-of-range',
  title: 'A value that means nothing',

  look({ settings }) {
    return settings.flatMap((setting) => {
      const property = propertyNamed(setting.name);
      if (!property || property.type !== setting.type || property.isSecret) return [];
      const value = setting.type === 'i' ? plain(setting.value) : setting.value;
      const fault = faultOfValue(property, value);
      return fault === null ? [] : [observed('medium', setting, `${fault}.`)];
    });
  },
};

// `0x10` is another rule's matter where its number is a good one.
function plain(value: string): string {
  const [first, ...others] = readingsOf(value);
  return first !== undefined && others.length === 0 ? String(first) : value.trim();
}
