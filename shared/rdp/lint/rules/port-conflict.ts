import { shown } from '../../shown';
import { addressPartsOf } from '../address';
import type { FoundSetting } from '../lint-file';
import { decimalIn } from '../readings';
import { type LintRule, observed } from '../rule';

export const portConflict: LintRule = {
  id: 'port-conflict',
  title: 'Two different ports',

  look({ all }) {
    const addresses = new Map<number, FoundSetting>();
    for (const setting of all('full address')) {
      const { port } = addressPartsOf(setting.value);
      if (port !== null && !addresses.has(port)) addresses.set(port, setting);
    }
    const ports = [...addresses].slice(0, 2);
    return all('server port').flatMap((setting) => {
      const number = decimalIn(setting.value);
      const conflict = ports.find(([port]) => port !== number);
      return conflict ? [observed('medium', setting, sentence(setting, ...conflict))] : [];
    });
  },
};

function sentence({ value }: FoundSetting, port: number, address: FoundSetting): string {
  return `“server port” is ${shown(value.trim())} and the address in line ${address.line} says ${port}: the Windows client takes the address's, FreeRDP this one.`;
}
