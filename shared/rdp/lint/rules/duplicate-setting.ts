import { propertyNamed } from '../../catalogue';
import { shown } from '../../shown';
import type { FoundSetting } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const duplicateSetting: LintRule = {
  id: 'duplicate-setting',
  title: 'The same setting twice',

  look({ settings }) {
    const first = new Map<string, FoundSetting>();
    return settings.flatMap((setting) => {
      const before = first.get(setting.name);
      if (!before) {
        first.set(setting.name, setting);
        return [];
      }
      return [observed('high', setting, sentence(before, setting))];
    });
  },
};

function sentence(before: FoundSetting, { name, value }: FoundSetting): string {
  const values = propertyNamed(name)?.isSecret
    ? 'twice'
    : `as ${shown(before.value)} in line ${before.line} and as ${shown(value)} here`;
  return `“${name}” stands ${values}: a signature counts the first, FreeRDP the last, and what the Windows client takes is not documented.`;
}
