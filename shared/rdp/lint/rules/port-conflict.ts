import { addressPartsOf } from '../address';
import { decimalIn } from '../readings';
import { type LintRule, observed } from '../rule';

export const portConflict: LintRule = {
  id: 'port-conflict',
  title: 'Two different ports',

  look({ all }) {
    return all('full address').flatMap((address) => {
      const { port } = addressPartsOf(address.value);
      if (port === null) return [];
      return all('server port').flatMap((setting) =>
        decimalIn(setting.value) === port
          ? []
          : [
              observed(
                'medium',
                setting,
                `“server port” is ${setting.value.trim() || 'empty'} and the address in line ${address.line} says ${port}: the Windows client takes the address's, FreeRDP this one.`,
              ),
            ],
      );
    });
  },
};
