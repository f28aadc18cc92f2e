import { addressIn } from '../../../network/host-name';
import { shown } from '../../shown';
import { addressPartsOf } from '../address';
import type { FoundSetting } from '../lint-file';
import { type LintRule, observed } from '../rule';

export const addressMismatch: LintRule = {
  id: 'address-mismatch',
  title: 'Shows one address and connects to another',

  look({ all }) {
    // By target, so that a file of nothing but addresses does not take for ever.
    const visible = new Map<string, FoundSetting>();
    for (const setting of all('full address')
      .filter(({ value }) => value.trim() !== '')
      .toReversed()) {
      visible.set(targetOf(setting.value), setting);
    }
    const targets = [...visible.keys()].slice(0, 2);
    return all('alternate full address')
      .filter(({ value }) => value.trim() !== '')
      .flatMap((alternate) => {
        const target = targetOf(alternate.value);
        const other = targets.find((one) => one !== target);
        const setting = other === undefined ? undefined : visible.get(other);
        return setting === undefined ? [] : [observed('high', alternate, sentence(alternate, setting))];
      });
  },
};

function sentence(alternate: FoundSetting, visible: FoundSetting): string {
  return `“alternate full address” is ${shown(alternate.value)} and wins over “full address”, which shows ${shown(visible.value)} in line ${visible.line}.`;
}

/** The same for every spelling of one target. */
function targetOf(value: string): string {
  const { host, port } = addressPartsOf(value);
  return `${addressIn(host) ?? host.toLowerCase()} ${port ?? 3389}`;
}
