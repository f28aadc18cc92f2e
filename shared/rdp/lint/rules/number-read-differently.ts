import { propertyNamed } from '../../catalogue';
import { shown } from '../../shown';
import { decimalIn, strtolOf } from '../readings';
import { type LintRule, observed } from '../rule';

export const numberReadDifferently: LintRule = {
  id: 'number-read-differently',
  title: 'A number clients read differently',

  look({ settings }) {
    return settings
      .filter(({ name, type }) => type === 'i' && propertyNamed(name)?.type === 'i')
      .flatMap((setting) => {
        const found = problemOf(setting.name, setting.value);
        return found === null
          ? []
          : [observed('low', setting, `“${setting.name}” is ${shown(setting.value)}: ${found}.`)];
      });
  },
};

function problemOf(name: string, value: string): string | null {
  const [decimal, c] = [decimalIn(value), strtolOf(value)];
  if (c !== null && c < 0) return 'FreeRDP refuses the whole file for a negative number';
  if (name === 'connection type' && c !== null && c > 7) return 'FreeRDP refuses the whole file above 7';
  if (c === 0xffff_ffff) return 'FreeRDP takes this number for a missing line';
  if (decimal !== null && c !== null && decimal !== c) return `FreeRDP reads ${c}`;
  return decimal === null && c !== null ? `FreeRDP reads ${c}, and other clients perhaps nothing` : null;
}
